// The only code that writes products and prices.
import type { WriteHandle } from '../../ledger/index.ts';
import { type PriceRow, pricesTable, type ProductRow, productsTable } from './tables.ts';

/** Stored rows of the products that are known, by id. */
export async function storedProducts(write: WriteHandle, ids: readonly string[]): Promise<Map<string, ProductRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await write.selectRows(productsTable, 'id', ids)).map((row) => [row.id, row]));
}

/** Stored rows of the prices that are known, by id. */
export async function storedPrices(write: WriteHandle, ids: readonly string[]): Promise<Map<string, PriceRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await write.selectRows(pricesTable, 'id', ids)).map((row) => [row.id, row]));
}

/** Puts the rows in place of those with the same id. */
export async function writeProducts(write: WriteHandle, rows: readonly ProductRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(productsTable, rows);
}

/** Puts the rows in place of those with the same id. */
export async function writePrices(write: WriteHandle, rows: readonly PriceRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(pricesTable, rows);
}
