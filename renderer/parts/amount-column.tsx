// A column of amounts: its currency stands in the header, or in each cell where currencies are mixed.
import { placesOf } from '../format/amounts.ts';
import { Amount } from './amount.tsx';
import type { Column } from './ledger-table.tsx';
import styles from './amount-column.module.css';

interface AmountColumn<Row> {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly amountOf: (row: Row) => number | null;
  readonly currencyOf: (row: Row) => string;
  readonly isSigned?: boolean;
  readonly width?: string;
}

/** The column of the rows' amounts, aligned on the decimal point whatever their currencies. */
export function amountColumn<Row>(column: AmountColumn<Row>): Column<Row> {
  const { key, name, rows, amountOf, currencyOf, isSigned = false, width = '128px' } = column;
  const currencies = [...new Set(rows.map(currencyOf))];
  const isMixed = currencies.length > 1;
  const places = Math.max(0, ...currencies.map(placesOf));
  return {
    key,
    header: currencies.length === 1 ? `${name}, ${currencies[0]}` : name,
    isNumeric: true,
    width,
    cell: (row) => (
      <>
        {isMixed && <span className={styles.currency}>{currencyOf(row)}</span>}
        <Amount
          amountMinor={amountOf(row)}
          currency={currencyOf(row)}
          isSigned={isSigned}
          places={isMixed ? places : undefined}
        />
      </>
    ),
  };
}
