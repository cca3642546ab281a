// One figure of the statement: its number in its column, and the selection that it opens.
import { amountParts, countText } from '../format/amounts.ts';
import { rateText } from '../format/rates.ts';
import type { Grouping, Selection } from '../selection/selection.ts';
import { type Block, openedFigure } from './statement.ts';
import type { StatementColumn } from './statement-columns.ts';
import { shownNumber, type StatementLine } from './statement-lines.ts';

/** What a cell shows: a number of the line's unit, a share as decimal text, or nothing at all. */
export type CellValue =
  | { readonly kind: 'number'; readonly number: number | null; readonly isSigned: boolean }
  | { readonly kind: 'rate'; readonly rate: string | null }
  | { readonly kind: 'none' };

const NONE: CellValue = { kind: 'none' };

/** The value of a line of a block in a column; nothing where the group had not begun. */
export function cellValue(block: Block, line: StatementLine, column: StatementColumn): CellValue {
  if (column.kind === 'rate' || column.kind === 'change') {
    const change = block.change?.[line.field];
    if (change === undefined) return NONE;
    if (column.kind === 'rate') return { kind: 'rate', rate: change.rate };
    return { kind: 'number', number: change.change, isSigned: true };
  }
  const row = column.kind === 'month' ? block.months.get(column.key) : block[column.kind];
  return row === undefined ? NONE : { kind: 'number', number: shownNumber(row, line), isSigned: false };
}

/** The selection that opens the rows behind the cell; undefined for changes and shares, which stand beside theirs. */
export function openedBy(
  cell: { readonly block: Block; readonly line: StatementLine; readonly column: StatementColumn },
  selection: Selection,
  by: Grouping | undefined,
): Selection | undefined {
  const { block, line, column } = cell;
  // Before the first month there is nothing to open.
  if (line.isOfMonthBefore && cellNumber(block, line, column) === 0) return undefined;
  if (column.kind === 'month') return openedFigure(selection, { block, line, month: column.key, by });
  const row = column.kind === 'total' || column.kind === 'compared' ? block[column.kind] : undefined;
  if (row === undefined) return undefined;
  const month = line.isOfMonthBefore ? row.from : row.to;
  return openedFigure(selection, { block, line, month, since: row.from, by });
}

function cellNumber(block: Block, line: StatementLine, column: StatementColumn): number | null | undefined {
  const value = cellValue(block, line, column);
  return value.kind === 'number' ? value.number : undefined;
}

/** The value as it stands in its cell. */
export function textOf(value: CellValue, { isCount }: StatementLine, currency: string): string {
  if (value.kind === 'none') return '';
  if (value.kind === 'rate') return value.rate === null ? 'n/a' : rateText(value.rate, true);
  if (value.number === null) return 'n/a';
  if (isCount) return countText(value.number, value.isSigned);
  const { whole, fraction } = amountParts(value.number, currency, { isSigned: value.isSigned });
  return whole + fraction;
}
