// What a ledger promises to those who write into it and read from it, whatever database keeps it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/ledger/index.ts';
import type { Host } from './hosts.ts';
import { allRows, Subject } from './subject.ts';
import { order, shopper, STEP, toySchema } from './toy-schema.ts';

export function writingContract(name: string, makeHost: () => Promise<Host>): void {
  describe(`writing and reading a ledger on ${name}`, () => {
    let subject: Subject;

    beforeEach(async () => {
      subject = await Subject.on(makeHost);
    });

    afterEach(() => subject.remove());

    it('appends facts, projects them, and gives them back as they came', async () => {
      const { appended, batch, head } = await subject.ledger.commit('import', async () => [
        shopper('s1', 'DE', 'Ada'),
        order('o1', 's1', 500, 'gift'),
      ]);
      expect({ appended, batch, seq: head.seq, recordedAt: head.recordedAt }).toEqual({
        appended: 2,
        batch: 1,
        seq: 2,
        recordedAt: subject.now,
      });
      expect(await subject.ledger.factsOf('s1')).toEqual([
        {
          seq: 1,
          batch: 1,
          effectiveAt: 1_700_000_000,
          recordedAt: subject.now,
          actor: 'import',
          kind: 'toy.shopper',
          version: 1,
          subject: 's1',
          person: 's1',
          payload: { country: 'DE' },
          personal: { name: 'Ada' },
        },
      ]);
      expect((await subject.ledger.fact(2)).hash).toBe(head.hash);
      expect(await subject.ledger.read.selectFrom('orders').selectAll().execute()).toEqual([
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
      await expect(subject.ledger.fact(3)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('reads MRR as bigint, other integers as numbers, and blobs as bytes', async () => {
      await subject.ledger.commit('import', async () => [order('o1', 's1', 500, 'gift'), order('o2', 's1', 7)]);
      const sums = await subject.ledger.read
        .selectFrom('orders')
        .select(({ fn }) => [
          fn.sum<bigint>('amount_mrr').as('total_mrr'),
          fn.sum<number>('ordered_at').as('instants'),
          fn.countAll<number>().as('rows'),
        ])
        .executeTakeFirstOrThrow();
      expect(sums).toEqual({ total_mrr: 507n, instants: 3_400_000_507, rows: 2 });
      const { seal } = await subject.ledger.read
        .selectFrom('orders')
        .select('seal')
        .where('id', '=', 'o1')
        .executeTakeFirstOrThrow();
      expect([...(seal ?? [])]).toEqual([244, 7]);
    });

    it('stores a fact of the same subject and content once', async () => {
      await subject.ledger.commit('import', async () => [
        order('o1', 's1', 5),
        order('o1', 's1', 5),
        order('o2', 's1', 5),
      ]);
      const again = await subject.ledger.commit('import', async () => [order('o2', 's1', 5), order('o1', 's1', 5)]);
      expect(again.appended).toBe(0);
      expect(again.head.seq).toBe(2);
      const changed = await subject.ledger.commit('import', async () => [order('o1', 's1', 6), order('o1', 's1', 5)]);
      expect(changed.appended).toBe(1);
    });

    it('leaves everything as it was when deciding or projecting fails', async () => {
      await subject.fill();
      const before = [await subject.ledger.head(), await allRows(subject.ledger.read)];
      await expect(
        subject.ledger.commit('import', async () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await expect(
        subject.ledger.commit('import', async () => [
          order('o9', 's1', 1),
          { ...order('o8', 's1', 1), payload: { shopper: 4 } },
        ]),
      ).rejects.toMatchObject({ code: 'bad_input', what: expect.stringContaining('shopper') });
      expect([await subject.ledger.head(), await allRows(subject.ledger.read)]).toEqual(before);
      const next = await subject.ledger.commit('import', async () => [
        shopper('s9', 'FR', 'Zoe'),
        order('o9', 's9', 1),
      ]);
      expect(next.head.seq).toBe((before[0] as { seq: number }).seq + 2);
    });

    it('nets a run once, in bounded steps, and a commit at once', async () => {
      await subject.fill();
      const rows = await subject.ledger.read
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
      const run = await subject.ledger.beginRun('import');
      await run.append(Array.from({ length: 2 * STEP + 1 }, (_, index) => order(`x${index}`, `t${index}`, 10)));
      const lefts: number[] = [];
      await run.settle((left) => lefts.push(left));
      expect(lefts).toEqual([STEP + 1, 1, 0]);
      expect(await subject.ledger.factsOf(`batch:${run.batch}`)).toHaveLength(3);
      expect(await subject.ledger.read.selectFrom('pending_shoppers').selectAll().execute()).toEqual([]);
    });

    it('takes commits in between the transactions of a run', async () => {
      const run = await subject.ledger.beginRun('import');
      await run.append([order('o1', 's1', 10)]);
      const between = await subject.ledger.commit('member', async () => [order('o2', 's2', 20)]);
      await run.append([order('o3', 's1', 30)]);
      await run.settle();
      expect(between.batch).toBe(run.batch + 1);
      expect((await subject.ledger.factsOf('o3')).map(({ batch }) => batch)).toEqual([run.batch]);
      await subject.ledger.close();
      expect((await subject.host.verify(toySchema)).difference).toBeNull();
    });

    it('never goes back in recordedAt, even when the clock does', async () => {
      await subject.ledger.commit('import', async () => [order('o1', 's1', 1)]);
      subject.now -= 1_000;
      const { head } = await subject.ledger.commit('import', async () => [order('o2', 's1', 1)]);
      expect(head.recordedAt).toBe(1_800_000_000);
    });

    it('gives each commit the state that all before it left', async () => {
      await subject.ledger.commit('import', async () => [order('o0', 's1', 0)]);
      await Promise.all(
        Array.from({ length: 8 }, () =>
          subject.ledger.commit('import', async (read) => {
            const { rows } = await read
              .selectFrom('orders')
              .select(({ fn }) => fn.countAll<number>().as('rows'))
              .executeTakeFirstOrThrow();
            return [order(`o${rows}`, 's1', rows)];
          }),
        ),
      );
      expect((await subject.ledger.head()).seq).toBe(9);
      expect(await subject.ledger.read.selectFrom('orders').select('id').execute()).toHaveLength(9);
    });

    it('shows readers an unchanging state within a snapshot', async () => {
      await subject.ledger.commit('import', async () => [order('o1', 's1', 1)]);
      const seen = await subject.ledger.snapshot(async (read) => {
        const before = await read.selectFrom('orders').select('id').execute();
        const writing =
          name === 'PGlite' ? Promise.resolve() : subject.ledger.commit('import', async () => [order('o2', 's1', 2)]);
        await writing;
        return [before.length, (await read.selectFrom('orders').select('id').execute()).length];
      });
      expect(seen).toEqual([1, 1]);
    });

    it('tells listeners after each durable transaction what was touched', async () => {
      const changes: Change[] = [];
      const stop = subject.ledger.onChange((change) => changes.push(change));
      await subject.ledger.commit('import', async () => [order('o1', 's1', 1)]);
      await subject.ledger.commit('import', async () => [order('o1', 's1', 1)]);
      stop();
      await subject.ledger.commit('import', async () => [order('o2', 's1', 1)]);
      expect(changes.map(({ head, topics }) => [head.seq, topics])).toEqual([[1, ['customer_billing', 'toy.order']]]);
    });
  });
}
