// The frame of a figure's rows: the figure as its own report has it, what the rows are, and the rows that sum to it.
import type { ReactNode } from 'react';
import type { Pages } from '../core/use-pages.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import type { DataTableProps } from '../parts/data-table/columns.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Warnings } from '../parts/warnings.tsx';
import styles from './drill-panel.module.css';

const HEIGHT = 'max(240px, calc(100vh - 206px))';

interface FigureRowsProps<Row> extends Omit<DataTableProps<Row>, 'height' | 'head'> {
  readonly pages: Pages<Row>;
  /** The figure; undefined while it is read. */
  readonly figure: ReactNode;
  readonly about: ReactNode;
  readonly warnings: readonly string[] | undefined;
}

export function FigureRows<Row>({ figure, about, warnings, ...table }: FigureRowsProps<Row>) {
  const { pages } = table;
  if (pages.error !== null) {
    return <RefusalPanel error={pages.error} onRetry={pages.retry} isRetrying={pages.isFetching} />;
  }
  return (
    <>
      <p className={styles.figure}>{figure ?? <Waiting height={22} width={180} margin={5} />}</p>
      <Warnings warnings={warnings ?? []} />
      <DataTable
        {...table}
        height={HEIGHT}
        waitingRows={20}
        head={<p className={styles.about}>{pages.total === undefined ? null : about}</p>}
      />
    </>
  );
}
