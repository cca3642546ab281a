// What can be asked about tax rates.
import type { ReadHandle } from '../../ledger/index.ts';
import type { TaxRateRow } from './tables.ts';

/** Tax rates of the ids that are known, by id. */
export async function taxRatesByIds(read: ReadHandle, ids: readonly string[]): Promise<Map<string, TaxRateRow>> {
  if (ids.length === 0) return new Map();
  const rows = await read.selectFrom('tax_rates').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
