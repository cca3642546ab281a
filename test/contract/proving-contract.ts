// What a ledger promises about its past: it can be reopened, rebuilt, proved, and made to forget a person.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from './hosts.ts';
import { allRows, START, Subject } from './subject.ts';
import { erased, laterSchema, order, shopper, toySchema } from './toy-schema.ts';

export function provingContract(name: string, makeHost: () => Promise<Host>): void {
  describe(`the past of a ledger on ${name}`, () => {
    let subject: Subject;

    beforeEach(async () => {
      subject = await Subject.on(makeHost);
    });

    afterEach(() => subject.remove());

    it('holds the same after reopening, and settles on opening what a crash left open', async () => {
      await subject.fill();
      const run = await subject.ledger.beginRun('import');
      await run.append([order('c1', 's1', 1), order('c2', 's2', 2)]);
      expect(await subject.ledger.read.selectFrom('pending_shoppers').selectAll().execute()).toHaveLength(2);
      await subject.reopen();
      expect(await subject.ledger.read.selectFrom('pending_shoppers').selectAll().execute()).toEqual([]);
      expect(await subject.ledger.factsOf(`batch:${run.batch}`)).toHaveLength(1);
      const rows = await allRows(subject.ledger.read);
      await subject.reopen();
      expect(await allRows(subject.ledger.read)).toEqual(rows);
      await subject.ledger.close();
      expect((await subject.host.verify(toySchema)).difference).toBeNull();
    });

    it('rebuilds to the same rows', async () => {
      await subject.fill();
      const rows = await allRows(subject.ledger.read);
      await subject.ledger.close();
      await subject.host.tamper(`update orders set amount_mrr = 3; delete from shoppers`);
      await subject.host.rebuild(toySchema);
      subject.ledger = await subject.host.open(toySchema, subject.sources());
      expect(await allRows(subject.ledger.read)).toEqual(rows);
    });

    it('rebuilds by itself for projections and fact versions of a later program', async () => {
      await subject.fill();
      const rows = await allRows(subject.ledger.read);
      await subject.ledger.close();
      await subject.host.tamper(`update orders set amount_mrr = 3`);
      await expect(subject.host.openForReading(laterSchema)).rejects.toMatchObject({ code: 'unavailable' });
      subject.ledger = await subject.host.open(laterSchema, subject.sources());
      expect(await allRows(subject.ledger.read)).toEqual(rows);
      expect((await subject.ledger.factsOf('o1'))[0]).toMatchObject({
        version: 2,
        payload: { currency: 'USD', amount: 500 },
      });
      await subject.ledger.commit('import', async () => [
        { ...order('o1', 's1', 9), payload: { shopper: 's1', amount: 9, note: null, currency: 'EUR' } },
      ]);
      await subject.ledger.close();
      await expect(subject.host.open(toySchema, subject.sources())).rejects.toMatchObject({ code: 'ledger_newer' });
      subject.ledger = await subject.host.open(laterSchema, subject.sources());
    });

    it('proves itself, and names the first difference', async () => {
      await subject.fill();
      await subject.ledger.close();
      const facts = (await subject.host.verify(toySchema)).facts;
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
        await subject.host.tamper(harm);
        expect(await subject.host.verify(toySchema), harm).toMatchObject({ isIntact: false, difference });
        await subject.host.tamper(repair);
      }
      expect(await subject.host.verify(toySchema)).toMatchObject({ isIntact: true, difference: null, facts: 9 });
    });

    it('erases a person: the fields are gone, the figures stay, and the chain holds', async () => {
      await subject.fill();
      const before = await allRows(subject.ledger.read);
      await subject.ledger.erasePerson('member', 's1', erased('s1'));
      const after = await allRows(subject.ledger.read);
      expect({ ...after, shoppers: null }).toEqual({ ...before, shoppers: null });
      expect(await subject.ledger.read.selectFrom('shoppers').selectAll().orderBy('id').execute()).toEqual([
        { id: 's1', country: 'DE', full_name: null, fact_seq: 1 },
        { id: 's2', country: 'US', full_name: 'Bob', fact_seq: 2 },
        { id: 's3', country: null, full_name: 'Cy', fact_seq: 7 },
      ]);
      expect((await subject.ledger.factsOf('s1')).map(({ personal }) => personal)).toEqual([null, null]);
      const again = await subject.ledger.commit('import', async () => [
        shopper('s1', 'DE', 'Ada'),
        shopper('s2', 'US', 'Bob'),
      ]);
      expect(again.appended).toBe(0);
      const moved = await subject.ledger.commit('import', async () => [shopper('s1', 'FR', 'Ada')]);
      expect(moved.appended).toBe(1);
      await subject.reopen();
      expect((await subject.ledger.factsOf('s1')).map(({ personal }) => personal)).toEqual([null, null, null]);
      expect(
        await subject.ledger.read
          .selectFrom('shoppers')
          .select(['country', 'full_name'])
          .where('id', '=', 's1')
          .execute(),
      ).toEqual([{ country: 'FR', full_name: null }]);
      await subject.ledger.close();
      expect((await subject.host.verify(toySchema)).difference).toBeNull();
    });

    it('takes in many facts and rows at once', async () => {
      const run = await subject.ledger.beginRun('import');
      const many = Array.from({ length: 1_500 }, (_, index) =>
        order(`m${String(index).padStart(4, '0')}`, `s${index % 2}`, index, 'note'.repeat(index % 50)),
      );
      await run.append(many);
      await run.append(many);
      await run.settle();
      const { amount } = await subject.ledger.read
        .selectFrom('totals')
        .select(({ fn }) => fn.sum<number>('orders').as('amount'))
        .executeTakeFirstOrThrow();
      expect(amount).toBe(1_500);
      expect((await subject.ledger.fact(1_234)).payload).toEqual(many[1_233]?.payload);
      await subject.ledger.close();
      expect(await subject.host.verify(toySchema)).toMatchObject({ difference: null, facts: 1_501 });
    });

    it('gives the same chain for the same facts, seed and clock', async () => {
      await subject.fill();
      const other = await subject.makeHost();
      const first = await subject.ledger.head();
      subject.now = START;
      const twin = await other.create(toySchema, subject.sources());
      try {
        const kept = subject.ledger;
        subject.ledger = twin;
        await subject.fill();
        subject.ledger = kept;
        expect(await twin.head()).toEqual(first);
      } finally {
        await twin.close();
        await other.remove();
      }
    });
  });
}
