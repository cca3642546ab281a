// A column of amounts of a customer's rows: the currency stands in the header, or in the cells where it is mixed.
import { placesOf, plainAmount } from '../format/amounts.ts';
import { Amount } from '../parts/amount.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import styles from './customer-page.module.css';

interface MoneyColumn<Row> {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly amountOf: (row: Row) => number | null;
  readonly currencyOf: (row: Row) => string;
  /** What the amount opens. */
  readonly to?: (row: Row) => Selection;
  readonly isSigned?: boolean;
  readonly width?: string;
}

export function moneyColumn<Row>(column: MoneyColumn<Row>): DataColumn<Row> {
  const { key, name, rows, amountOf, currencyOf, to, isSigned = false, width = '122px' } = column;
  const currencies = [...new Set(rows.map(currencyOf))];
  const isMixed = currencies.length > 1;
  const places = isMixed ? Math.max(...currencies.map(placesOf)) : undefined;
  const amount = (row: Row) => (
    <Amount amountMinor={amountOf(row)} currency={currencyOf(row)} isSigned={isSigned} places={places} />
  );
  return {
    key,
    header: currencies.length === 1 ? `${name}, ${currencies[0]}` : name,
    isNumeric: true,
    width,
    cell: (row) => (
      <>
        {isMixed && <span className={styles.code}>{currencyOf(row)}</span>}
        {to === undefined || amountOf(row) === null ? (
          amount(row)
        ) : (
          <FigureLink to={to(row)} className={styles.amount}>
            {amount(row)}
          </FigureLink>
        )}
      </>
    ),
    text: (row) => plainAmount(amountOf(row), currencyOf(row)),
  };
}
