// Reports as files: CSV, XLSX and JSON from one envelope. Knows rows and columns, and no database.
import type { Writable } from 'node:stream';
import type { ExportReport } from './columns.ts';
import { csvPieces } from './csv.ts';
import { type Pieces, writeFileWhole, writeStream } from './destination.ts';
import { jsonPieces } from './json.ts';
import { xlsxBytes } from './xlsx.ts';

export type { ColumnKind, ExportColumn, ExportReport, ExportRow } from './columns.ts';
export { writeFileWhole } from './destination.ts';

export const EXPORT_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportTarget {
  readonly format: ExportFormat;
  /** Starts a CSV with the mark by which Excel knows UTF-8. */
  readonly hasByteOrderMark?: boolean;
  /** A path, or the stream to write to. */
  readonly out: string | Writable;
}

/** Writes the report in the format, as a whole file or to a stream. Raises `file_unwritable` and `disk_full`. */
export async function exportReport(report: ExportReport, target: ExportTarget): Promise<void> {
  const pieces = await piecesOf(report, target);
  if (typeof target.out === 'string') await writeFileWhole(target.out, pieces);
  else await writeStream(target.out, pieces);
}

async function piecesOf(report: ExportReport, target: ExportTarget): Promise<Pieces> {
  if (target.format === 'json') return jsonPieces(report);
  if (target.format === 'csv') return csvPieces(report, target.hasByteOrderMark);
  return [await xlsxBytes(report)];
}
