// An amount of money as text, cut at its decimal point so that columns of mixed currencies align there.
import { amountParts } from '../format/amounts.ts';
import styles from './amount.module.css';

interface AmountProps {
  /** Null where it cannot be told, for want of an exchange rate. */
  readonly amountMinor: number | null;
  readonly currency: string;
  /** Shows the currency's symbol; in tables the column or a neighboring cell names the currency instead. */
  readonly isSymbolShown?: boolean;
  /** Shows the plus of a gain too. */
  readonly isSigned?: boolean;
  /** The most places in the column; a currency with fewer leaves their room empty. */
  readonly places?: number | undefined;
}

/** The amount; its element's `value` is the number of minor units. */
export function Amount({ amountMinor, currency, isSymbolShown, isSigned, places }: AmountProps) {
  if (amountMinor === null) return <span className={styles.zero}>n/a</span>;
  const { whole, fraction } = amountParts(amountMinor, currency, { isSymbolShown, isSigned });
  const missing = places === undefined ? 0 : places + (places > 0 ? 1 : 0) - fraction.length;
  return (
    <data className={amountMinor === 0 ? styles.zero : styles.amount} value={amountMinor}>
      {whole}
      {fraction !== '' && <span className={styles.fraction}>{fraction}</span>}
      {missing > 0 && <span className={styles.room} style={{ width: roomOf(missing, fraction) }} />}
    </data>
  );
}

function roomOf(missing: number, fraction: string): string {
  return fraction === '' ? `calc(${missing - 1}ch + var(--point-width))` : `${missing}ch`;
}
