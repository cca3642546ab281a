// CSV as RFC 4180 has it: CRLF, quotes doubled; texts that a spreadsheet would run are made harmless.
import { type ExportReport, headingOf, textOf } from './columns.ts';

/** Rows joined before they are handed on, so that memory stays flat and writes are few. */
const ROWS_PER_PIECE = 512;
const BYTE_ORDER_MARK = '\ufeff';

/** The report as pieces of CSV text. With `hasByteOrderMark`, Excel reads it as UTF-8 without being asked. */
export function* csvPieces(report: ExportReport, hasByteOrderMark = false): Generator<string> {
  const { columns } = report;
  let piece = (hasByteOrderMark ? BYTE_ORDER_MARK : '') + lineOf(columns.map(headingOf));
  let waiting = 0;
  for (const row of report.rows) {
    piece += lineOf(
      columns.map((column) => {
        const text = textOf(column, row);
        return column.kind === 'text' || column.kind === 'list' ? defused(text) : text;
      }),
    );
    waiting += 1;
    if (waiting < ROWS_PER_PIECE) continue;
    yield piece;
    piece = '';
    waiting = 0;
  }
  if (piece !== '') yield piece;
}

/**
 * The text with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, CSV injection).
 * A plain number such as -12.00 is none and stays one.
 */
export function defused(text: string): string {
  if (!/^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r\n]/.test(text)) return text;
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? text : `'${text}`;
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
