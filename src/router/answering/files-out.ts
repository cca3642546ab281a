// Files written from the ledger: reports, and copies of the ledger itself.
import type { z } from 'zod';
import { exportReport } from '../../documents/export/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import { type BackupSummary, backupLedger, type LedgerFile, type ReadableLedger } from '../../ledger/index.ts';
import type { JobProgress } from '../desk/answers.ts';
import type { exportInput } from '../desk/inputs.ts';
import { exportOfReport } from './report-exports.ts';

type ExportRequest = z.output<typeof exportInput>;

const ROWS_PER_TELLING = 10_000;

export interface WrittenExport {
  readonly rows: number;
}

/**
 * Writes the report as a whole file. Raises what the report's procedure raises, `canceled`, `file_unwritable` and
 * `disk_full`; then what was at the path before is untouched.
 */
export async function writeExport(
  ledger: ReadableLedger,
  { report, input, format, path }: ExportRequest & { readonly path: string },
  tell: (progress: JobProgress) => void,
  signal: AbortSignal | undefined,
): Promise<WrittenExport> {
  const asked = await exportOfReport(ledger, { report, input });
  let rows = 0;
  const counted = function* () {
    for (const row of asked.rows) {
      rows += 1;
      if (rows % ROWS_PER_TELLING === 0) tell({ done: rows, total: null, unit: 'rows' });
      yield row;
    }
    if (signal?.aborted === true) throw new CountinghouseError('canceled', { what: 'The export was canceled' });
  };
  await exportReport({ ...asked, rows: counted() }, { format, out: path });
  return { rows };
}

/** A consistent copy of the ledger, with its key. Raises `bad_input` when the file exists, `disk_full`, `file_unwritable`. */
export function copyLedger(file: LedgerFile, path: string): Promise<BackupSummary> {
  return backupLedger(file, path);
}
