// A column of amounts: its currency stands in the header, or in each cell where currencies are mixed.
import { placesOf, plainAmount } from '../format/amounts.ts';
import { Amount } from './amount.tsx';
import styles from './amount-column.module.css';
import type { DataColumn } from './data-table/columns.ts';

interface AmountColumn<Row> {
  readonly key: string;
  readonly name: string;
  /** The currencies of the rows: one stands in the header, several in the cells. */
  readonly currencies: readonly string[];
  readonly amountOf: (row: Row) => number | null;
  readonly currencyOf: (row: Row) => string;
  readonly isSigned?: boolean;
  readonly width?: string;
  readonly sortKey?: string;
  /** The sum as the core has it, under the column. */
  readonly totalMinor?: number | null | undefined;
}

/** The column of the rows' amounts, aligned on the decimal point whatever their currencies. */
export function amountColumn<Row>(column: AmountColumn<Row>): DataColumn<Row> {
  const {
    key,
    name,
    currencies,
    amountOf,
    currencyOf,
    isSigned = false,
    width = '132px',
    sortKey,
    totalMinor,
  } = column;
  const isMixed = currencies.length > 1;
  const places = Math.max(0, ...currencies.map(placesOf));
  return {
    key,
    header: currencies.length === 1 ? `${name}, ${currencies[0]}` : name,
    isNumeric: true,
    width,
    ...(sortKey !== undefined && { sortKey }),
    text: (row) => plainAmount(amountOf(row), currencyOf(row)),
    ...(totalMinor !== undefined &&
      currencies[0] !== undefined &&
      !isMixed && {
        total: <Amount amountMinor={totalMinor} currency={currencies[0]} isSigned={isSigned} />,
      }),
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
