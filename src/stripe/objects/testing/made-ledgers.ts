// Ledgers in a temporary folder, for the tests beside the sources.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customerErasedKind } from '../../../billing/customers/index.ts';
import { instant } from '../../../kernel/index.ts';
import { createLedger, type FactKind, type Schema, seededSources, type WritableLedger } from '../../../ledger/index.ts';
import { stripeEventKind, stripeObjectKind, stripeObjectsProjection } from '../index.ts';

export const stripeSchema: Schema = {
  factKinds: [stripeObjectKind, stripeEventKind, customerErasedKind] as readonly FactKind<unknown>[],
  projections: [stripeObjectsProjection],
};

/** Runs with a new ledger, which is gone afterwards. */
export async function withLedger<T>(use: (ledger: WritableLedger, path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  const path = join(folder, 'test.ledger');
  const ledger = await createLedger({
    path,
    key: null,
    schema: stripeSchema,
    sources: seededSources('objects', () => instant(1_800_000_000)),
  });
  try {
    return await use(ledger, path);
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Columns and tables that tell of the order in which things came. */
const HISTORY_COLUMNS = new Set(['fact_seq']);
const HISTORY_TABLES = new Set(['stripe_imports']);

/** Every row of every table of present state, by table, in the order of the keys. */
export async function presentState(ledger: WritableLedger): Promise<Record<string, readonly unknown[]>> {
  const state: Record<string, readonly unknown[]> = {};
  for (const table of stripeObjectsProjection.tables) {
    if (HISTORY_TABLES.has(table.name)) continue;
    let query = ledger.read.selectFrom(table.name as 'customers').selectAll();
    for (const column of table.primaryKey) query = query.orderBy(column as 'id');
    const rows: Record<string, unknown>[] = await query.execute();
    state[table.name] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !HISTORY_COLUMNS.has(column))),
    );
  }
  return state;
}
