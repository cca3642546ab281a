// A list inside a step, under its name and count.
import type { ReactNode } from 'react';
import type { Pages } from '../core/use-pages.ts';
import { countText } from '../format/amounts.ts';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import styles from './drill-panel.module.css';

interface TitledRowsProps<Row> {
  /** Under this name the choice of columns is kept. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly pages: Pages<Row>;
  readonly keyOf: (row: Row, index: number) => string;
}

export function TitledRows<Row>({ title, pages, ...table }: TitledRowsProps<Row>): ReactNode {
  const heading = (
    <h3>
      {title}
      {pages.total !== undefined && <span className={styles.count}>{countText(pages.total)}</span>}
    </h3>
  );
  return (
    <div className={styles.titled}>
      {pages.total === 0 ? (
        <>
          {heading}
          <p className={styles.none}>None</p>
        </>
      ) : (
        <DataTable caption={title} pages={pages} head={heading} height="420px" waitingRows={4} isFootless {...table} />
      )}
    </div>
  );
}
