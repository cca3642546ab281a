// XLSX: typed cells, so that amounts are numbers, days are dates, and no text is ever a formula.
import type { SheetData, SheetOptions } from 'write-excel-file/node';
import { digitsOf, type ExportColumn, type ExportReport, type ExportRow, headingOf, textOf } from './columns.ts';

type Cell = SheetData[number][number];

/** The longest text that a cell may hold. */
const CELL_LIMIT = 32_767;
const DAY_MS = 86_400_000;

/** The report as the bytes of a workbook with one sheet, its heading frozen. */
export async function xlsxBytes(report: ExportReport): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const heading = report.columns.map(
    (column): Cell => ({
      value: headingOf(column),
      type: String,
      fontWeight: 'bold',
      align: isNumber(column) ? 'right' : 'left',
    }),
  );
  const sheet: SheetData = [heading];
  for (const row of report.rows) sheet.push(report.columns.map((column) => cellOf(column, row)));
  const options: SheetOptions<never> = {
    sheet: String(report.envelope['report']).slice(0, 31),
    stickyRowsCount: 1,
    columns: report.columns.map((column) => ({ width: widthOf(column) })),
  };
  return await writeWorkbook(sheet, options).toBuffer();
}

function cellOf(column: ExportColumn, row: ExportRow): Cell {
  const text = textOf(column, row);
  if (text === '') return null;
  if (column.kind === 'amount') {
    const digits = digitsOf(row);
    return { value: Number(text), type: Number, format: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}` };
  }
  if (column.kind === 'integer') return { value: Number(text), type: Number, format: '0' };
  if (column.kind === 'day') return dayCell(text);
  return { value: text.slice(0, CELL_LIMIT), type: String };
}

/** A date cell; a spreadsheet counts days, so midnight in UTC is exact everywhere. */
function dayCell(text: string): Cell {
  const at = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(at) || at % DAY_MS !== 0) return { value: text, type: String };
  return { value: new Date(at), type: Date, format: 'yyyy-mm-dd' };
}

function isNumber(column: ExportColumn): boolean {
  return column.kind === 'amount' || column.kind === 'integer';
}

function widthOf(column: ExportColumn): number {
  if (column.kind === 'list') return 30;
  return Math.max(column.kind === 'text' ? 18 : 12, headingOf(column).length + 2);
}
