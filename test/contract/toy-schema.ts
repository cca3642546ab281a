// A small application of the ledger for its contract: orders of customers, their totals, and balances netted by batch.
import { z } from 'zod';
import { instant } from '../../src/kernel/index.ts';
import {
  defineFactKind,
  defineTable,
  type FactKind,
  type NewFact,
  type Projection,
  type RowOf,
  type Schema,
} from '../../src/ledger/index.ts';

export const shoppers = defineTable({
  name: 'shoppers',
  columns: { id: 'text', country: 'text?', full_name: 'text?', fact_seq: 'integer' },
  primaryKey: ['id'],
  indexes: { country: ['country'] },
});

export const orders = defineTable({
  name: 'orders',
  columns: {
    id: 'text',
    shopper_id: 'text',
    amount_mrr: 'mrr',
    ordered_at: 'integer',
    is_large: 'integer',
    note: 'text?',
    seal: 'bytes?',
  },
  primaryKey: ['id'],
  indexes: { shopper: ['shopper_id'], ordered: ['ordered_at', 'id'] },
});

export const totals = defineTable({
  name: 'totals',
  columns: { shopper_id: 'text', size: 'text', amount_mrr: 'mrr', orders: 'integer' },
  primaryKey: ['shopper_id', 'size'],
});

export const pendingShoppers = defineTable({
  name: 'pending_shoppers',
  columns: { batch: 'integer', shopper_id: 'text' },
  primaryKey: ['batch', 'shopper_id'],
});

/** One row a batch and shopper, however many transactions the batch had. */
export const netted = defineTable({
  name: 'netted',
  columns: {
    id: 'integer',
    shopper_id: 'text',
    batch: 'integer',
    change_mrr: 'mrr',
    recorded_at: 'integer',
    last_seq: 'integer',
  },
  primaryKey: ['id'],
});

declare module '../../src/ledger/tables.ts' {
  interface LedgerTables {
    shoppers: RowOf<typeof shoppers>;
    orders: RowOf<typeof orders>;
    totals: RowOf<typeof totals>;
    pending_shoppers: RowOf<typeof pendingShoppers>;
    netted: RowOf<typeof netted>;
  }
}

const orderPayload = z.object({ shopper: z.string(), amount: z.number().int(), note: z.string().nullable() });
type OrderPayload = z.infer<typeof orderPayload>;

const orderKind = defineFactKind({ kind: 'toy.order', version: 1, schema: orderPayload });

/** The same kind in its next version, whose payload names its currency. */
export const orderKindLater = defineFactKind({
  kind: 'toy.order',
  version: 2,
  schema: orderPayload.extend({ currency: z.string() }),
  upcasters: { 1: (payload) => ({ ...orderPayload.parse(payload), currency: 'USD' }) },
});

const shopperKind = defineFactKind({
  kind: 'toy.shopper',
  version: 1,
  schema: z.object({ country: z.string().nullable() }),
});
const erasedKind = defineFactKind({ kind: 'toy.erased', version: 1, schema: z.object({}) });

/** How many shoppers one step of settling takes on. */
export const STEP = 3;

const people: Projection = {
  name: 'toy/people',
  version: 1,
  tables: [shoppers],
  kinds: ['toy.shopper'],
  async apply(facts, { write }) {
    await write.upsertRows(
      shoppers,
      facts.map(({ subject, payload, personal, seq }) => ({
        id: subject,
        country: (payload as { country: string | null }).country,
        full_name: (personal as { name: string } | null)?.name ?? null,
        fact_seq: seq,
      })),
    );
  },
};

const shop: Projection = {
  name: 'toy/shop',
  version: 1,
  tables: [orders, totals],
  kinds: ['toy.order'],
  async apply(facts, context) {
    const rows = facts.map(({ subject, payload, effectiveAt }) => {
      const { shopper, amount, note } = payload as OrderPayload;
      context.touch('customer_billing', shopper);
      return {
        id: subject,
        shopper_id: shopper,
        amount_mrr: BigInt(amount),
        ordered_at: effectiveAt,
        is_large: amount >= 100 ? 1 : 0,
        note,
        seal: note === null ? null : new Uint8Array([amount % 256, 7]),
      };
    });
    const before = await context.write.selectRows(
      orders,
      'id',
      rows.map(({ id }) => id),
    );
    await context.write.upsertRows(orders, rows);
    await context.write.addToRows(
      totals,
      [...rows.map((row) => total(row, 1)), ...before.map((row) => total(row, -1))],
      ['amount_mrr', 'orders'],
    );
  },
};

function total({ shopper_id, is_large, amount_mrr }: RowOf<typeof orders>, sign: 1 | -1): RowOf<typeof totals> {
  return { shopper_id, size: is_large === 1 ? 'large' : 'small', amount_mrr: amount_mrr * BigInt(sign), orders: sign };
}

const balances: Projection = {
  name: 'toy/balances',
  version: 1,
  tables: [pendingShoppers, netted],
  kinds: [],
  async react({ write, of, batch }) {
    await write.upsertRows(
      pendingShoppers,
      [...of('customer_billing')].map((id) => ({ batch, shopper_id: id })),
    );
  },
  async settle({ write, batch, recordedAt, lastSeq }) {
    const pending = await write
      .selectFrom('pending_shoppers')
      .selectAll()
      .where('batch', '=', batch)
      .orderBy('shopper_id')
      .limit(STEP)
      .execute();
    const last = await write
      .selectFrom('netted')
      .select((expression) => expression.fn.max('id').as('id'))
      .executeTakeFirst();
    let id = last?.id ?? 0;
    for (const { shopper_id } of pending) {
      const { sum_mrr: stand } = await write
        .selectFrom('totals')
        .select(({ fn }) => fn.sum<bigint | null>('amount_mrr').as('sum_mrr'))
        .where('shopper_id', '=', shopper_id)
        .executeTakeFirstOrThrow();
      const { sum_mrr: before } = await write
        .selectFrom('netted')
        .select(({ fn }) => fn.sum<bigint | null>('change_mrr').as('sum_mrr'))
        .where('shopper_id', '=', shopper_id)
        .executeTakeFirstOrThrow();
      const change = (stand ?? 0n) - (before ?? 0n);
      if (change === 0n) continue;
      id += 1;
      await write.insertRows(netted, [
        { id, shopper_id, batch, change_mrr: change, recorded_at: recordedAt, last_seq: lastSeq },
      ]);
    }
    await write.kysely
      .deleteFrom('pending_shoppers')
      .where('batch', '=', batch)
      .where('shopper_id', 'in', ['', ...pending.map((row) => row.shopper_id)])
      .execute();
    const left = await write
      .selectFrom('pending_shoppers')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('batch', '=', batch)
      .executeTakeFirstOrThrow();
    return left.rows;
  },
};

export const toySchema: Schema = {
  factKinds: [orderKind, shopperKind, erasedKind] as readonly FactKind<unknown>[],
  projections: [people, shop, balances],
};

/** The application after an update: orders at their next version, and a projection that writes other rows. */
export const laterSchema: Schema = {
  factKinds: [orderKindLater, shopperKind, erasedKind] as readonly FactKind<unknown>[],
  projections: [people, { ...shop, version: 2 }, balances],
};

/** Tables of the toy application, for comparing whole ledgers. */
export const toyTables = ['shoppers', 'orders', 'totals', 'pending_shoppers', 'netted'] as const;

export function order(id: string, shopper: string, amount: number, note: string | null = null): NewFact {
  const payload = { shopper, amount, note };
  return {
    kind: 'toy.order',
    subject: id,
    effectiveAt: instant(1_700_000_000 + amount),
    payload,
    content: JSON.stringify(payload),
  };
}

export function shopper(id: string, country: string | null, name: string): NewFact {
  return {
    kind: 'toy.shopper',
    subject: id,
    effectiveAt: instant(1_700_000_000),
    payload: { country },
    person: id,
    personal: { name },
    content: JSON.stringify({ country, name }),
  };
}

export function erased(id: string): NewFact {
  return { kind: 'toy.erased', subject: id, effectiveAt: instant(1_700_000_000), payload: {}, person: id };
}
