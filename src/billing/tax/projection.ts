// The only code that writes tax rates.
import type { WriteHandle } from '../../ledger/index.ts';
import { type TaxRateRow, taxRatesTable } from './tables.ts';

/** Puts the rows in place of those with the same id. */
export async function writeTaxRates(write: WriteHandle, rows: readonly TaxRateRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(taxRatesTable, rows);
}
