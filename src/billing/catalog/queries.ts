// What can be asked about products and prices.
import type { ReadHandle } from '../../ledger/index.ts';
import type { PriceRow, PriceTierRecord, ProductRow } from './tables.ts';

/** Products of the ids that are known, by id. */
export async function productsByIds(read: ReadHandle, ids: readonly string[]): Promise<Map<string, ProductRow>> {
  if (ids.length === 0) return new Map();
  const rows = await read.selectFrom('products').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The bands of a price's `tiers` column, lowest first. */
export function priceTiers(tiers: string): readonly PriceTierRecord[] {
  return JSON.parse(tiers) as PriceTierRecord[];
}

/** Prices of the ids that are known, by id. */
export async function pricesByIds(read: ReadHandle, ids: readonly string[]): Promise<Map<string, PriceRow>> {
  if (ids.length === 0) return new Map();
  const rows = await read.selectFrom('prices').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
