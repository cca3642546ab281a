// Rows as text that a spreadsheet takes from the clipboard.
import type { DataColumn } from './columns.ts';

type TextColumn<Row> = Pick<DataColumn<Row>, 'header' | 'text' | 'isNumeric'>;

/** Rows as lines with tabs between the columns; under a line of headers where there are several. */
export function tabSeparated<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(column, row)).join('\t'));
  const head = columns.map(({ header }) => oneLine(header)).join('\t');
  return (lines.length === 1 ? lines : [head, ...lines]).join('\n');
}

function cellText<Row>({ text, isNumeric }: TextColumn<Row>, row: Row): string {
  const line = oneLine(text(row));
  // A spreadsheet would compute a text that begins like a formula.
  return !isNumeric && /^[=+\-@]/.test(line) ? `'${line}` : line;
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
