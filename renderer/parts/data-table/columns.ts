// What a table is told: its columns, its rows, and what can be exported of it.
import type { ReactNode } from 'react';
import type { RouterInputs } from '../../core/outputs.ts';
import type { Pages } from '../../core/use-pages.ts';

export interface DataColumn<Row> {
  readonly key: string;
  /** Stands over the column, in its menu entry and in what is copied. */
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell as it is copied: numbers plain (`-1234.56`), days as `YYYY-MM-DD`. */
  readonly text: (row: Row) => string;
  /** Numbers stand at the end of their cell. */
  readonly isNumeric?: boolean;
  /** The cell that names the row; the first column is held at the side when the table is wider than its place. */
  readonly isRowHeader?: boolean;
  /** A CSS width in `px`; columns without one share what is left, at least 120 px each, numbers 102. */
  readonly width?: string;
  /** The core sorts by this. A column without one is not sorted. */
  readonly sortKey?: string;
  readonly isHiddenAtFirst?: boolean;
  /** False for a column that is always shown. The row header always is. */
  readonly canBeHidden?: boolean;
  /** What stands under the column, below a rule: the sum as the core has it, never added up here. */
  readonly total?: ReactNode;
}

export interface DataSort {
  readonly key: string;
  readonly isDescending: boolean;
}

/** What the export menu asks the core for: the same question that the screen asked, whole. */
export type DataExport = Pick<RouterInputs['desk']['exportReport'], 'report' | 'input'>;

/** Room for a day such as `Oct 31, 2026`. */
export const DAY_WIDTH = '106px';

export interface DataTableProps<Row> {
  /** Under this name the choice of columns is kept. Unique in the product. */
  readonly name: string;
  /** Read by screen readers as the table's name. */
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  /** From `usePages`, or `rowsInMemory(rows)`. */
  readonly pages: Pages<Row>;
  readonly keyOf: (row: Row, index: number) => string;
  /** What a row is called in the count below the table; default `row`, `rows`. */
  readonly noun?: readonly [one: string, many: string];
  readonly sort?: DataSort | undefined;
  readonly onSort?: (sort: DataSort) => void;
  /** Enter, or a click on a place of the row that is no link of its own. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly exported?: DataExport | undefined;
  /** The greatest height as CSS; a table without one grows to 60 rows and scrolls from there on. */
  readonly height?: string;
  /** Rows that stand there while the first ones are read; default 12. */
  readonly waitingRows?: number;
  /** Said where there is no row. Default `None`. */
  readonly empty?: ReactNode;
  /** At the start of the line over the table: a heading, filters. */
  readonly head?: ReactNode;
  /** Leaves out the line with columns, copy and export, for a few rows inside something else. */
  readonly isBare?: boolean;
  /** Leaves out the line with the count, for a list under its own count. */
  readonly isFootless?: boolean;
}
