// What a ledger promises, whatever database keeps it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../src/kernel/index.ts';
import { seededSources, type Change, type ReadHandle, type WritableLedger } from '../../src/ledger/index.ts';
import type { Host } from './hosts.ts';
import { erased, laterSchema, order, shopper, STEP, toySchema, toyTables } from './toy-schema.ts';

/** Rows of every table of the toy application, in the order of their keys. */
export async function allRows(read: ReadHandle): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of toyTables) {
    const found = await read.selectFrom(table).selectAll().execute();
    rows[table] = found
      .map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)))
      .sort();
  }
  return rows;
}

export function ledgerContract(name: string, makeHost: () => Promise<Host>): void {
  describe(`a ledger on ${name}`, () => {
    let host: Host;
    let ledger: WritableLedger;
    let now: number;
    const sources = () => seededSources('contract', () => instant(now));

    beforeEach(async () => {
      now = 1_800_000_000;
      host = await makeHost();
      ledger = await host.create(toySchema, sources());
    });

    afterEach(async () => {
      await ledger.close();
      await host.remove();
    });

    async function reopen(schema = toySchema): Promise<void> {
      await ledger.close();
      ledger = await host.open(schema, sources());
    }

    async function fill(): Promise<void> {
      await ledger.commit('import', async () => [
        shopper('s1', 'DE', 'Ada'),
        shopper('s2', 'US', 'Bob'),
        order('o1', 's1', 500, 'gift'),
      ]);
      const run = await ledger.beginRun('import');
      now += 60;
      await run.append([order('o2', 's1', 50), order('o3', 's2', 70)]);
      now += 60;
      await run.append([order('o2', 's1', 150), shopper('s3', null, 'Cy'), order('o4', 's3', 1)]);
      now += 60;
      await run.settle();
    }

    it('appends facts, projects them, and gives them back as they came', async () => {
      const { appended, batch, head } = await ledger.commit('import', async () => [
        shopper('s1', 'DE', 'Ada'),
        order('o1', 's1', 500, 'gift'),
      ]);
      expect({ appended, batch, seq: head.seq, recordedAt: head.recordedAt }).toEqual({
        appended: 2,
        batch: 1,
        seq: 2,
        recordedAt: now,
      });
      expect(await ledger.factsOf('s1')).toEqual([
        {
          seq: 1,
          batch: 1,
          effectiveAt: 1_700_000_000,
          recordedAt: now,
          actor: 'import',
          kind: 'toy.shopper',
          version: 1,
          subject: 's1',
          person: 's1',
          payload: { country: 'DE' },
          personal: { name: 'Ada' },
        },
      ]);
      expect((await ledger.fact(2)).hash).toBe(head.hash);
      expect(await ledger.read.selectFrom('orders').selectAll().execute()).toEqual([
        {
          id: 'o1',
          shopper_id: 's1',
          amount_mrr: 500n,
          ordered_at: 1_700_000_500,
          is_large: 1,
          note: 'gift',
          seal: expect.anything(),
        },
      ]);
      await expect(ledger.fact(3)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('reads MRR as bigint, other integers as numbers, and blobs as bytes', async () => {
      await ledger.commit('import', async () => [order('o1', 's1', 500, 'gift'), order('o2', 's1', 7)]);
      const sums = await ledger.read
        .selectFrom('orders')
        .select(({ fn }) => [
          fn.sum<bigint>('amount_mrr').as('total_mrr'),
          fn.sum<number>('ordered_at').as('instants'),
          fn.countAll<number>().as('rows'),
        ])
        .executeTakeFirstOrThrow();
      expect(sums).toEqual({ total_mrr: 507n, instants: 3_400_000_507, rows: 2 });
      const { seal } = await ledger.read
        .selectFrom('orders')
        .select('seal')
        .where('id', '=', 'o1')
        .executeTakeFirstOrThrow();
      expect([...(seal ?? [])]).toEqual([244, 7]);
    });

    it('stores a fact of the same subject and content once', async () => {
      await ledger.commit('import', async () => [order('o1', 's1', 5), order('o1', 's1', 5), order('o2', 's1', 5)]);
      const again = await ledger.commit('import', async () => [order('o2', 's1', 5), order('o1', 's1', 5)]);
      expect(again.appended).toBe(0);
      expect(again.head.seq).toBe(2);
      const changed = await ledger.commit('import', async () => [order('o1', 's1', 6), order('o1', 's1', 5)]);
      expect(changed.appended).toBe(1);
    });

    it('leaves everything as it was when deciding or projecting fails', async () => {
      await fill();
      const before = [await ledger.head(), await allRows(ledger.read)];
      await expect(
        ledger.commit('import', async () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await expect(
        ledger.commit('import', async () => [
          order('o9', 's1', 1),
          { ...order('o8', 's1', 1), payload: { shopper: 4 } },
        ]),
      ).rejects.toMatchObject({ code: 'bad_input', what: expect.stringContaining('shopper') });
      expect([await ledger.head(), await allRows(ledger.read)]).toEqual(before);
      const next = await ledger.commit('import', async () => [shopper('s9', 'FR', 'Zoe'), order('o9', 's9', 1)]);
      expect(next.head.seq).toBe((before[0] as { seq: number }).seq + 2);
    });

    it('nets a run once, in bounded steps, and a commit at once', async () => {
      await fill();
      const rows = await ledger.read
        .selectFrom('netted')
        .select(['shopper_id', 'batch', 'change_mrr'])
        .orderBy('id')
        .execute();
      expect(rows).toEqual([
        { shopper_id: 's1', batch: 1, change_mrr: 500n },
        { shopper_id: 's1', batch: 2, change_mrr: 150n },
        { shopper_id: 's2', batch: 2, change_mrr: 70n },
        { shopper_id: 's3', batch: 2, change_mrr: 1n },
      ]);
      const run = await ledger.beginRun('import');
      await run.append(Array.from({ length: 2 * STEP + 1 }, (_, index) => order(`x${index}`, `t${index}`, 10)));
      const lefts: number[] = [];
      await run.settle((left) => lefts.push(left));
      expect(lefts).toEqual([STEP + 1, 1, 0]);
      expect(await ledger.factsOf(`batch:${run.batch}`)).toHaveLength(3);
      expect(await ledger.read.selectFrom('pending_shoppers').selectAll().execute()).toEqual([]);
    });

    it('takes commits in between the transactions of a run', async () => {
      const run = await ledger.beginRun('import');
      await run.append([order('o1', 's1', 10)]);
      const between = await ledger.commit('member', async () => [order('o2', 's2', 20)]);
      await run.append([order('o3', 's1', 30)]);
      await run.settle();
      expect(between.batch).toBe(run.batch + 1);
      expect((await ledger.factsOf('o3')).map(({ batch }) => batch)).toEqual([run.batch]);
      await ledger.close();
      expect((await host.verify(toySchema)).difference).toBeNull();
    });

    it('never goes back in recordedAt, even when the clock does', async () => {
      await ledger.commit('import', async () => [order('o1', 's1', 1)]);
      now -= 1_000;
      const { head } = await ledger.commit('import', async () => [order('o2', 's1', 1)]);
      expect(head.recordedAt).toBe(1_800_000_000);
    });

    it('gives each commit the state that all before it left', async () => {
      await ledger.commit('import', async () => [order('o0', 's1', 0)]);
      await Promise.all(
        Array.from({ length: 8 }, () =>
          ledger.commit('import', async (read) => {
            const { rows } = await read
              .selectFrom('orders')
              .select(({ fn }) => fn.countAll<number>().as('rows'))
              .executeTakeFirstOrThrow();
            return [order(`o${rows}`, 's1', rows)];
          }),
        ),
      );
      expect((await ledger.head()).seq).toBe(9);
      expect(await ledger.read.selectFrom('orders').select('id').execute()).toHaveLength(9);
    });

    it('shows readers an unchanging state within a snapshot', async () => {
      await ledger.commit('import', async () => [order('o1', 's1', 1)]);
      const seen = await ledger.snapshot(async (read) => {
        const before = await read.selectFrom('orders').select('id').execute();
        const writing =
          name === 'PGlite' ? Promise.resolve() : ledger.commit('import', async () => [order('o2', 's1', 2)]);
        await writing;
        return [before.length, (await read.selectFrom('orders').select('id').execute()).length];
      });
      expect(seen).toEqual([1, 1]);
    });

    it('tells listeners after each durable transaction what was touched', async () => {
      const changes: Change[] = [];
      const stop = ledger.onChange((change) => changes.push(change));
      await ledger.commit('import', async () => [order('o1', 's1', 1)]);
      await ledger.commit('import', async () => [order('o1', 's1', 1)]);
      stop();
      await ledger.commit('import', async () => [order('o2', 's1', 1)]);
      expect(changes.map(({ head, topics }) => [head.seq, topics])).toEqual([[1, ['customer_billing', 'toy.order']]]);
    });

    it('holds the same after reopening, and settles on opening what a crash left open', async () => {
      await fill();
      const run = await ledger.beginRun('import');
      await run.append([order('c1', 's1', 1), order('c2', 's2', 2)]);
      expect(await ledger.read.selectFrom('pending_shoppers').selectAll().execute()).toHaveLength(2);
      await reopen();
      expect(await ledger.read.selectFrom('pending_shoppers').selectAll().execute()).toEqual([]);
      expect(await ledger.factsOf(`batch:${run.batch}`)).toHaveLength(1);
      const rows = await allRows(ledger.read);
      await reopen();
      expect(await allRows(ledger.read)).toEqual(rows);
      await ledger.close();
      expect((await host.verify(toySchema)).difference).toBeNull();
    });

    it('rebuilds to the same rows', async () => {
      await fill();
      const rows = await allRows(ledger.read);
      await ledger.close();
      await host.tamper(`update orders set amount_mrr = 3; delete from shoppers`);
      await host.rebuild(toySchema);
      ledger = await host.open(toySchema, sources());
      expect(await allRows(ledger.read)).toEqual(rows);
    });

    it('rebuilds by itself for projections and fact versions of a later program', async () => {
      await fill();
      const rows = await allRows(ledger.read);
      await ledger.close();
      await host.tamper(`update orders set amount_mrr = 3`);
      await expect(host.openForReading(laterSchema)).rejects.toMatchObject({ code: 'unavailable' });
      ledger = await host.open(laterSchema, sources());
      expect(await allRows(ledger.read)).toEqual(rows);
      expect((await ledger.factsOf('o1'))[0]).toMatchObject({ version: 2, payload: { currency: 'USD', amount: 500 } });
      await ledger.commit('import', async () => [
        { ...order('o1', 's1', 9), payload: { shopper: 's1', amount: 9, note: null, currency: 'EUR' } },
      ]);
      await ledger.close();
      await expect(host.open(toySchema, sources())).rejects.toMatchObject({ code: 'ledger_newer' });
      ledger = await host.open(laterSchema, sources());
    });

    it('proves itself, and names the first difference', async () => {
      await fill();
      await ledger.close();
      const facts = (await host.verify(toySchema)).facts;
      expect(facts).toBe(9);
      const cases: readonly (readonly [string, string, object])[] = [
        [
          `update orders set amount_mrr = 151 where id = 'o2'`,
          `update orders set amount_mrr = 150 where id = 'o2'`,
          { table: 'orders', key: '{"id":"o2"}', column: 'amount_mrr', stored: '151', expected: '150' },
        ],
        [
          `delete from shoppers where id = 's3'`,
          `insert into shoppers values ('s3', null, 'Cy', 7)`,
          { table: 'shoppers', key: '{"id":"s3"}', column: null, stored: null, expected: 'a row' },
        ],
        [
          `insert into netted values (99, 's1', 1, 1, 1, 1)`,
          `delete from netted where id = 99`,
          { table: 'netted', key: '{"id":"99"}', column: null, stored: 'a row', expected: null },
        ],
        [
          `update facts set effective_at = effective_at + 1 where seq = 4`,
          `update facts set effective_at = effective_at - 1 where seq = 4`,
          { table: 'chain', key: '4', column: 'hash' },
        ],
        [
          `update commits set actor = 'nobody' where commit_no = 2`,
          `update commits set actor = 'import' where commit_no = 2`,
          { table: 'chain', key: '4', column: 'hash' },
        ],
        [`update ledger_head set seq = 8`, `update ledger_head set seq = 9`, { table: 'chain', key: '8' }],
      ];
      for (const [harm, repair, difference] of cases) {
        await host.tamper(harm);
        expect(await host.verify(toySchema), harm).toMatchObject({ isIntact: false, difference });
        await host.tamper(repair);
      }
      expect(await host.verify(toySchema)).toMatchObject({ isIntact: true, difference: null, facts: 9 });
    });

    it('erases a person: the fields are gone, the figures stay, and the chain holds', async () => {
      await fill();
      const before = await allRows(ledger.read);
      await ledger.erasePerson('member', 's1', erased('s1'));
      const after = await allRows(ledger.read);
      expect({ ...after, shoppers: null }).toEqual({ ...before, shoppers: null });
      expect(await ledger.read.selectFrom('shoppers').selectAll().orderBy('id').execute()).toEqual([
        { id: 's1', country: 'DE', full_name: null, fact_seq: 1 },
        { id: 's2', country: 'US', full_name: 'Bob', fact_seq: 2 },
        { id: 's3', country: null, full_name: 'Cy', fact_seq: 7 },
      ]);
      expect((await ledger.factsOf('s1')).map(({ personal }) => personal)).toEqual([null, null]);
      const again = await ledger.commit('import', async () => [shopper('s1', 'DE', 'Ada'), shopper('s2', 'US', 'Bob')]);
      expect(again.appended).toBe(0);
      const moved = await ledger.commit('import', async () => [shopper('s1', 'FR', 'Ada')]);
      expect(moved.appended).toBe(1);
      await reopen();
      expect((await ledger.factsOf('s1')).map(({ personal }) => personal)).toEqual([null, null, null]);
      expect(
        await ledger.read.selectFrom('shoppers').select(['country', 'full_name']).where('id', '=', 's1').execute(),
      ).toEqual([{ country: 'FR', full_name: null }]);
      await ledger.close();
      expect((await host.verify(toySchema)).difference).toBeNull();
    });

    it('takes in many facts and rows at once', async () => {
      const run = await ledger.beginRun('import');
      const many = Array.from({ length: 1_500 }, (_, index) =>
        order(`m${String(index).padStart(4, '0')}`, `s${index % 2}`, index, 'note'.repeat(index % 50)),
      );
      await run.append(many);
      await run.append(many);
      await run.settle();
      const { amount } = await ledger.read
        .selectFrom('totals')
        .select(({ fn }) => fn.sum<number>('orders').as('amount'))
        .executeTakeFirstOrThrow();
      expect(amount).toBe(1_500);
      expect((await ledger.fact(1_234)).payload).toEqual(many[1_233]?.payload);
      await ledger.close();
      expect(await host.verify(toySchema)).toMatchObject({ difference: null, facts: 1_501 });
    });

    it('gives the same chain for the same facts, seed and clock', async () => {
      await fill();
      const other = await makeHost();
      const first = await ledger.head();
      now = 1_800_000_000;
      const twin = await other.create(toySchema, sources());
      try {
        const kept = ledger;
        ledger = twin;
        await fill();
        ledger = kept;
        expect(await twin.head()).toEqual(first);
      } finally {
        await twin.close();
        await other.remove();
      }
    });
  });
}
