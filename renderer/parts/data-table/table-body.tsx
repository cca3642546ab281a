// The rows of a table that are drawn, with room for those that are not.
import { memo, type ReactNode } from 'react';
import type { Pages } from '../../core/use-pages.ts';
import type { DataColumn } from './columns.ts';
import styles from './data-table.module.css';
import { TableRow } from './table-row.tsx';
import type { SelectedRows } from './use-selected-rows.ts';
import type { RowsInSight } from './use-rows-in-sight.ts';

interface TableBodyProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly pages: Pages<Row>;
  readonly keyOf: (row: Row, index: number) => string;
  readonly sight: RowsInSight;
  readonly selected: SelectedRows<Row>;
  readonly canBeOpened: boolean;
  readonly waitingRows: number;
  readonly empty: ReactNode;
}

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { columns, pages, keyOf, sight, selected, canBeOpened, waitingRows, empty } = props;
  if (pages.total === undefined) return <WaitingBody columns={columns} rows={waitingRows} />;
  if (pages.total === 0) {
    return (
      <tbody>
        <tr data-row={0}>
          <td colSpan={columns.length} className={styles.empty} tabIndex={-1}>
            {empty}
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody aria-busy={pages.isOfBefore || undefined}>
      {sight.stretches.flatMap(({ before, indexes }) => [
        ...(before > 0 ? [<Gap key={`above ${indexes[0]}`} height={before} span={columns.length} />] : []),
        ...indexes.map((index) => {
          const row = pages.rowAt(index);
          return (
            <TableRow
              key={index}
              columns={columns}
              index={index}
              row={row}
              isSelected={row !== undefined && selected.has(keyOf(row, index))}
              canBeOpened={canBeOpened}
            />
          );
        }),
      ])}
      {sight.after > 0 && <Gap height={sight.after} span={columns.length} />}
    </tbody>
  );
}

const WaitingBody = memo(drawWaiting);

function drawWaiting({ columns, rows }: { readonly columns: readonly DataColumn<never>[]; readonly rows: number }) {
  return (
    <tbody aria-busy="true">
      {[...Array(rows).keys()].map((index) => (
        <TableRow key={index} columns={columns} index={index} row={undefined} isSelected={false} canBeOpened={false} />
      ))}
    </tbody>
  );
}

/** Rows that are not drawn are counted by their indexes, not by their room. */
const UNSPOKEN = { 'aria-hidden': true };

function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr className={styles.gap} {...UNSPOKEN}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
