// What stands below a table: the sums of its columns, how many rows there are, what was selected and copied.
import type { Pages } from '../../core/use-pages.ts';
import { countText } from '../../format/amounts.ts';
import { counted } from '../../format/words.ts';
import type { DataColumn } from './columns.ts';
import styles from './data-table.module.css';
import type { SelectedRows } from './use-selected-rows.ts';

export function TableTotals<Row>({ columns }: { readonly columns: readonly DataColumn<Row>[] }) {
  if (columns.every(({ total }) => total === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map(({ key, isRowHeader, isNumeric, total }) => {
          const className = isNumeric ? styles.numeric : undefined;
          return isRowHeader && total !== undefined ? (
            <th key={key} scope="row" className={className}>
              {total}
            </th>
          ) : (
            <td key={key} className={className}>
              {total}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

interface TableFootProps<Row> {
  readonly pages: Pages<Row>;
  readonly noun: readonly [one: string, many: string];
  readonly selected: SelectedRows<Row>;
  readonly said: string;
}

export function TableFoot<Row>({ pages, noun, selected, said }: TableFootProps<Row>) {
  return (
    <div className={styles.foot}>
      <span>{pages.total === undefined ? ' ' : counted(countText(pages.total), ...noun)}</span>
      {selected.rows.length > 0 && (
        <span>
          {countText(selected.rows.length)} selected{' '}
          <button type="button" className={styles.plainButton} onClick={selected.clear}>
            Clear
          </button>
        </span>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
