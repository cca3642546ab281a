// The columns of a table that are shown, and the choice of them.
import { type ColumnDef, columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { type ColumnChoice, canBeHidden, keepChoice, keptChoice, shownColumns } from './column-choice.ts';
import type { DataColumn } from './columns.ts';

const features = tableFeatures({ columnVisibilityFeature });
const NO_ROWS: readonly object[] = [];
/** What a column without a width of its own needs, in px. */
const MIN_WIDTH = 120;
const MIN_NUMBER_WIDTH = 102;

export interface ChosenColumns<Row> {
  readonly shown: readonly DataColumn<Row>[];
  /** The width below which the table is wider than its place, in px. */
  readonly minWidth: number;
  /** Those that can be hidden, with whether they are shown. */
  readonly choices: readonly { readonly key: string; readonly header: string; readonly isShown: boolean }[];
  readonly isChosen: boolean;
  readonly toggle: (key: string) => void;
  readonly reset: () => void;
}

/** Which of the columns are shown; the choice is kept under the table's name. */
export function useColumns<Row>(name: string, columns: readonly DataColumn<Row>[]): ChosenColumns<Row> {
  const [choice, setChoice] = useState<ColumnChoice>(() => keptChoice(name, localStorage));
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, object> => ({
          id: column.key,
          header: column.header,
          enableHiding: canBeHidden(column),
        }),
      ),
    [columns],
  );
  const choose = (next: ColumnChoice) => {
    setChoice(next);
    keepChoice(name, next, localStorage);
  };
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state: { columnVisibility: shownColumns(columns, choice) },
  });
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns]);
  const visible = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join('\n');
  const shown = useMemo(() => visible.split('\n').flatMap((key) => byKey.get(key) ?? []), [byKey, visible]);
  const hideable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  return {
    shown,
    minWidth: shown.reduce((sum, column) => sum + leastWidth(column), 0),
    choices: hideable.map((column) => ({
      key: column.id,
      header: byKey.get(column.id)?.header ?? column.id,
      isShown: column.getIsVisible(),
    })),
    isChosen: Object.keys(choice).length > 0,
    toggle: (key) => choose({ ...choice, [key]: !(shownColumns(columns, choice)[key] ?? true) }),
    reset: () => choose({}),
  };
}

function leastWidth<Row>({ width, isNumeric }: DataColumn<Row>): number {
  if (width !== undefined) return Number.parseFloat(width);
  return isNumeric ? MIN_NUMBER_WIDTH : MIN_WIDTH;
}
