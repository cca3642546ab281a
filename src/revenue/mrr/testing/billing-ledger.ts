// A ledger for tests whose billing rows come from a test's own facts instead of Stripe's objects.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { couponsTable, discountsTable, promotionCodesTable } from '../../../billing/discounts/index.ts';
import { customersTable } from '../../../billing/customers/index.ts';
import {
  creditNotesTable,
  invoiceItemsTable,
  invoiceLinesTable,
  invoicesTable,
} from '../../../billing/invoicing/index.ts';
import { pricesTable, productsTable } from '../../../billing/catalog/index.ts';
import {
  subscriptionItemsTable,
  subscriptionSchedulesTable,
  subscriptionStatesTable,
  subscriptionsTable,
} from '../../../billing/subscriptions/index.ts';
import { createWorkspace, workspaceFactKinds, workspaceProjection } from '../../../governance/workspace/index.ts';
import { currency, instant, timeZone } from '../../../kernel/index.ts';
import { createLedger, defineFactKind, defineTable, seededSources } from '../../../ledger/index.ts';
import type {
  Fact,
  Projection,
  ProjectionContext,
  RowOf,
  Schema,
  TableDefinition,
  TouchTopic,
  WritableLedger,
} from '../../../ledger/index.ts';
import { rateFactKinds, ratesProjection } from '../../rates/index.ts';
import { mrrFactKinds, mrrProjection, rebuildRollups } from '../index.ts';

const coverage = defineTable({
  name: 'stripe_coverage',
  columns: { type: 'text', latest_as_of_at: 'integer', observed: 'integer' },
  primaryKey: ['type'],
});

const TABLES: readonly TableDefinition[] = [
  customersTable,
  productsTable,
  pricesTable,
  subscriptionsTable,
  subscriptionItemsTable,
  subscriptionStatesTable,
  subscriptionSchedulesTable,
  couponsTable,
  promotionCodesTable,
  discountsTable,
  invoicesTable,
  invoiceLinesTable,
  invoiceItemsTable,
  creditNotesTable,
  coverage,
];

/** Rows to put into billing tables, what they touch, and the instant that they are known up to. */
export interface BillingChange {
  readonly rows: readonly { readonly table: string; readonly row: Readonly<Record<string, unknown>> }[];
  readonly touched: readonly { readonly topic: TouchTopic; readonly id: string }[];
  readonly coveredTo: number;
}

const billingChanged = defineFactKind({
  kind: 'test.billing_changed',
  version: 1,
  schema: z.object({
    rows: z.array(z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })),
    touched: z.array(z.object({ topic: z.string(), id: z.string() })),
    coveredTo: z.number(),
  }),
});

async function apply(facts: readonly Fact[], context: ProjectionContext): Promise<void> {
  for (const fact of facts) {
    const { rows, touched, coveredTo } = fact.payload as BillingChange;
    for (const table of TABLES) {
      const own = rows.filter((row) => row.table === table.name).map(({ row }) => row as RowOf<TableDefinition>);
      await context.write.upsertRows(table, own);
    }
    for (const { topic, id } of touched) context.touch(topic, id);
    const before = await context.write.selectFrom('stripe_coverage').select('latest_as_of_at').executeTakeFirst();
    const latest = Math.max(coveredTo, before?.latest_as_of_at ?? 0);
    await context.write.upsertRows(coverage, [{ type: 'all', latest_as_of_at: latest, observed: 0 }]);
  }
}

const billingProjection: Projection = {
  name: 'test/billing',
  version: 1,
  tables: TABLES,
  kinds: [billingChanged.kind],
  apply,
};

const rollupsRebuilt = defineFactKind({ kind: 'test.rollups_rebuilt', version: 1, schema: z.object({}) });

/** Sums the rollups anew from the movements, which must change nothing. */
const rebuildingProjection: Projection = {
  name: 'test/rebuilding',
  version: 1,
  tables: [],
  kinds: [rollupsRebuilt.kind],
  apply: async (_, { write }) => rebuildRollups(write),
};

export const testSchema: Schema = {
  factKinds: [...workspaceFactKinds, ...rateFactKinds, ...mrrFactKinds, billingChanged, rollupsRebuilt],
  projections: [workspaceProjection, billingProjection, ratesProjection, mrrProjection, rebuildingProjection],
};

export interface TestLedger {
  readonly ledger: WritableLedger;
  readonly path: string;
  /** What the ledger's clock says from now on. */
  setNow(epochSeconds: number): void;
  /** One batch: a commit of the change. */
  change(change: BillingChange): Promise<void>;
  /** One batch over several transactions. */
  changeInRun(changes: readonly BillingChange[]): Promise<void>;
  rebuildRollups(): Promise<void>;
  close(): Promise<void>;
}

/** A new ledger with a workspace in UTC, or the zone given, that reports in USD. */
export async function openTestLedger(zone = 'UTC'): Promise<TestLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'mrr-'));
  const path = join(folder, 'test.ledger');
  let now = Date.UTC(2024, 0, 1) / 1000;
  const sources = seededSources('mrr', () => instant(now));
  const ledger = await createLedger({ path, key: null, schema: testSchema, sources });
  await createWorkspace(
    ledger,
    'test',
    { name: 'Test', timeZone: timeZone(zone), reportingCurrency: currency('USD') },
    sources.randomBytes,
  );
  const factOf = (change: BillingChange) => ({
    kind: billingChanged.kind,
    subject: 'billing',
    effectiveAt: instant(change.coveredTo),
    payload: change,
  });
  return {
    ledger,
    path,
    setNow: (epochSeconds) => {
      now = epochSeconds;
    },
    change: async (change) => {
      await ledger.commit('test', async () => [factOf(change)]);
    },
    changeInRun: async (changes) => {
      const run = await ledger.beginRun('test');
      for (const change of changes) await run.append([factOf(change)]);
      await run.settle();
    },
    rebuildRollups: async () => {
      await ledger.commit('test', async (_, moment) => [
        { kind: rollupsRebuilt.kind, subject: 'rollups', effectiveAt: moment, payload: {} },
      ]);
    },
    close: async () => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
