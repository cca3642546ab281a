// One figure: its name, its value as a link to its rows, and what changed against what it is compared with.
import { amountText, countText } from '../format/amounts.ts';
import { directionOf, rateText } from '../format/rates.ts';
import type { Selection } from '../selection/selection.ts';
import { Amount } from './amount.tsx';
import { FigureLink } from './figure-link.tsx';
import styles from './figure.module.css';
import { Waiting } from './waiting.tsx';

export type FigureValue =
  | { readonly amountMinor: number | null; readonly currency: string; readonly isSigned?: boolean }
  | { readonly count: number | null; readonly isSigned?: boolean }
  /** A share such as `0.0312`, as decimal text. */
  | { readonly rate: string | null; readonly isSigned?: boolean };

export interface FigureChange {
  /** What it is compared with: `Oct 2025`. */
  readonly against: string;
  readonly compared: FigureValue;
  /** Opens the rows of the compared figure. */
  readonly to?: Selection | undefined;
  readonly change: FigureValue;
  /** The change as a share of the compared value, decimal text; null where that is nothing or unknown. */
  readonly changeRate: string | null;
}

export interface FigureProps {
  readonly name: string;
  /** Undefined while it is read: room of the same size stands there. */
  readonly value: FigureValue | undefined;
  readonly change?: FigureChange | undefined;
  /** Opens its rows. */
  readonly to?: Selection | undefined;
  /** Why there is no value, where it is null. */
  readonly reason?: string | undefined;
  /** A line in place of the change, where nothing is compared. */
  readonly note?: string | undefined;
}

export function Figure({ name, value, change, to, reason, note }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd className={styles.value}>
        {value === undefined && <Waiting height={24} width={148} margin={6} />}
        {value !== undefined &&
          (to === undefined ? (
            <Value value={value} />
          ) : (
            <FigureLink to={to} className={styles.link} label={`${name}: ${valueText(value)}`}>
              <Value value={value} />
            </FigureLink>
          ))}
      </dd>
      <dd className={styles.below}>
        {value === undefined && <Waiting height={10} width={118} margin={4} />}
        {value !== undefined && isMissing(value) && reason !== undefined && <span>{reason}</span>}
        {value !== undefined && !isMissing(value) && (change === undefined ? note : <Change {...change} name={name} />)}
      </dd>
    </div>
  );
}

function Change({ name, against, compared, to, change, changeRate }: FigureChange & { readonly name: string }) {
  const before = <Value value={compared} />;
  return (
    <>
      <span className={styles.change} data-direction={changeRate === null ? 'level' : directionOf(changeRate)}>
        <Value value={{ ...change, isSigned: true }} />
        {changeRate !== null && <span className={styles.rate}> {rateText(changeRate, true)}</span>}
      </span>
      <span className={styles.against}>
        against {against}{' '}
        {to === undefined ? (
          before
        ) : (
          <FigureLink to={to} label={`${name}, ${against}: ${valueText(compared)}`}>
            {before}
          </FigureLink>
        )}
      </span>
    </>
  );
}

function Value({ value }: { readonly value: FigureValue }) {
  if ('amountMinor' in value) {
    const { amountMinor, currency, isSigned = false } = value;
    return <Amount amountMinor={amountMinor} currency={currency} isSymbolShown isSigned={isSigned} />;
  }
  if (isMissing(value)) return <span>n/a</span>;
  if ('count' in value) return <data value={value.count ?? ''}>{valueText(value)}</data>;
  return <data value={value.rate ?? ''}>{valueText(value)}</data>;
}

/** The value as one text, for labels that are read aloud. */
function valueText(value: FigureValue): string {
  if ('amountMinor' in value) return amountText(value.amountMinor, value.currency);
  if (isMissing(value)) return 'not available';
  if ('count' in value) return countText(value.count ?? 0, value.isSigned);
  return rateText(value.rate ?? '0', value.isSigned);
}

function isMissing(value: FigureValue): boolean {
  if ('amountMinor' in value) return value.amountMinor === null;
  return 'count' in value ? value.count === null : value.rate === null;
}
