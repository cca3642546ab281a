// The statement as text for a spreadsheet: every row of it, drawn or not, numbers plain.
import { plainAmount } from '../format/amounts.ts';
import { tabSeparated } from '../parts/data-table/tab-separated.ts';
import type { StatementRow } from './statement.ts';
import { cellValue } from './statement-cells.ts';
import type { StatementColumn } from './statement-columns.ts';

/** Lines with tabs between their figures, under a line of headers. */
export function statementText(rows: readonly StatementRow[], columns: readonly StatementColumn[]): string {
  const named = [
    { header: 'Group', text: ({ block }: StatementRow) => block.name },
    { header: 'Line', text: ({ line }: StatementRow) => line?.name ?? '' },
    { header: 'Currency', text: ({ block, line }: StatementRow) => (line?.isCount ? '' : block.currency) },
  ];
  const figures = columns.map((column) => ({
    header: column.kind === 'month' ? column.key : column.header,
    isNumeric: true,
    text: (row: StatementRow) => plainText(row, column),
  }));
  return tabSeparated(
    [...named, ...figures],
    rows.filter(({ line }) => line !== undefined),
  );
}

function plainText({ block, line }: StatementRow, column: StatementColumn): string {
  if (line === undefined) return '';
  const value = cellValue(block, line, column);
  if (value.kind === 'none') return '';
  if (value.kind === 'rate') return value.rate ?? '';
  if (value.number === null) return '';
  return line.isCount ? String(value.number) : plainAmount(value.number, block.currency);
}
