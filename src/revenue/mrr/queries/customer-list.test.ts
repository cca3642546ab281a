// The list of customers against the reports: totals, filters, order, pages, and what each row is made of.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, currency, type Currency } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { importRates } from '../../rates/index.ts';
import { customerFacets, customerHistory, customerList, customersReport, overviewFigures } from '../index.ts';
import { EventWriter, at, customerChange, priceChange, together } from '../testing/billing-script.ts';
import { companyLedger } from '../testing/company-ledger.ts';
import { openTestLedger } from '../testing/billing-ledger.ts';
import { FIRST_DAY, histories } from '../testing/histories.ts';
import type { CustomerFilter, CustomerListRow, CustomerSort } from './customer-shapes.ts';
import { findCustomers } from './find-customers.ts';

const RUNS = 12;
const CURRENCIES: readonly (Currency | undefined)[] = [undefined, currency('EUR'), currency('JPY')];
const SORTS: Readonly<Record<CustomerSort, (row: CustomerListRow) => string | number>> = {
  name: (row) => (row.name ?? row.email ?? row.customerId).toLowerCase(),
  mrr: (row) => row.mrrMinor ?? -1,
  created: (row) => row.createdAt,
  active_since: (row) => row.activeSinceOn ?? '',
  country: (row) => row.country ?? '',
  status: (row) => row.status,
};

describe('the list of customers', () => {
  test('without a filter its total is the MRR of the Overview, in every currency', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const into of CURRENCIES) {
          const list = await customerList(ledger.read, { currency: into });
          expect(list.totalMrrMinor).toBe((await overviewFigures(ledger.read, { currency: into })).mrr.valueMinor);
          expect(list.total).toBe(company.length);
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('every set of filters that divides the customers divides the list', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        const { rows, total } = await customerList(ledger.read);
        const facets = await customerFacets(ledger.read);
        expect(facets.total).toBe(total);
        await expectParts(
          ledger.read,
          rows,
          facets.statuses.map(({ status }) => ({ status: [status] })),
        );
        await expectParts(
          ledger.read,
          rows,
          facets.countries.map(({ country }) => ({ country })),
        );
        await expectParts(
          ledger.read,
          rows.filter((row) => row.billingCurrency !== null),
          facets.billingCurrencies.map((facet) => ({ billingCurrency: facet.currency })),
        );
        for (const { planId, plan, customers } of facets.plans) {
          const of = await customerList(ledger.read, { plan: planId });
          expect([of.total, of.rows.every((row) => row.plans.includes(plan))]).toEqual([customers, true]);
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('every order is one, and pages of it make the whole', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.boolean(), async (company, isDescending) => {
        const { ledger, close } = await companyLedger(company);
        for (const [sort, keyOf] of Object.entries(SORTS) as [CustomerSort, (typeof SORTS)[CustomerSort]][]) {
          const { rows } = await customerList(ledger.read, { sort, isDescending });
          for (const [index, row] of rows.entries()) {
            const next = rows[index + 1];
            if (next === undefined) continue;
            const [low, high] = isDescending ? [next, row] : [row, next];
            expect(keyOf(low) <= keyOf(high), `${sort} of ${low.customerId} and ${high.customerId}`).toBe(true);
            if (keyOf(low) === keyOf(high) && sort !== 'mrr') expect(low.customerId < high.customerId).toBe(true);
          }
          const paged: CustomerListRow[] = [];
          for (let offset = 0; offset < rows.length; offset += 2)
            paged.push(...(await customerList(ledger.read, { sort, isDescending, offset, limit: 2 })).rows);
          expect(paged).toEqual(rows);
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('a row says what the reports say of its customer', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        const native = await customersReport(ledger.read, { isNative: true });
        const paying = new Map((await customersReport(ledger.read)).rows.map((row) => [row.customerId, row]));
        for (const row of (await customerList(ledger.read)).rows) {
          const own = native.rows.filter(({ customerId }) => customerId === row.customerId);
          expect(row.billed.map((held) => held.currency).sort()).toEqual(own.map((held) => held.currency).sort());
          expect(row.activeSinceOn).toBe(paying.get(row.customerId)?.activeSince ?? null);
          expect(row.plans).toEqual(paying.get(row.customerId)?.plans ?? []);
          const { rows: months } = await customerHistory(ledger.read, { customerId: row.customerId });
          expect(months.at(-1)?.mrrMinor ?? 0).toBe(row.mrrMinor);
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('what is held is what the movements say, also when nothing is kept', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        const { dataThrough } = await customerList(ledger.read);
        const sums = await ledger.read
          .selectFrom('mrr_movements')
          .select(({ fn }) => ['customer_id', 'plan_id', 'currency', fn.sum<bigint>('amount_mrr').as('amount_mrr')])
          .where('series', '<>', 'economic')
          .where('effective_on', '<=', dataThrough ?? '')
          .groupBy(['customer_id', 'plan_id', 'currency'])
          .orderBy('customer_id')
          .orderBy('plan_id')
          .orderBy('currency')
          .execute();
        const held = await ledger.read
          .selectFrom('mrr_holdings')
          .selectAll()
          .orderBy('customer_id')
          .orderBy('plan_id')
          .orderBy('currency')
          .execute();
        expect(held).toEqual(sums.filter((row) => row.amount_mrr !== 0n));
        await close();
      }),
      { numRuns: RUNS },
    );
  });
});

/** The parts' rows are the whole's, and their totals are the sums of what they hold. */
async function expectParts(read: ReadHandle, whole: readonly CustomerListRow[], filters: readonly CustomerFilter[]) {
  const parts = await Promise.all(filters.map((filter) => customerList(read, filter)));
  const ids = parts.flatMap((part) => part.rows.map((row) => row.customerId));
  expect([...ids].sort()).toEqual(whole.map((row) => row.customerId).sort());
  for (const part of parts) {
    expect(part.rows).toHaveLength(part.total);
    const sum = part.rows.reduce((total, row) => total + Number(row.mrrMinor), 0);
    expect(Math.abs(Number(part.totalMrrMinor) - sum)).toBeLessThanOrEqual(part.total / 2);
  }
}

test('customers are found by any part of name or id, those that begin so first', async () => {
  const opened = await openTestLedger();
  const start = at(FIRST_DAY);
  const names = ['Lake Harbor', 'Harbor 100%', 'The harbor_light', null];
  await opened.change(
    together(names.map((name, index) => customerChange({ customerId: `cus_${index}`, name }, start))),
  );
  const { read } = opened.ledger;
  const found = async (text: string) => (await findCustomers(read, text, 10)).map((row) => row.customerId);
  expect(await found('HARBOR')).toEqual(['cus_1', 'cus_0', 'cus_2']);
  expect(await found('100%')).toEqual(['cus_1']);
  expect(await found('%')).toEqual(['cus_1']);
  expect(await found('r_l')).toEqual(['cus_2']);
  expect(await found('us_3')).toEqual(['cus_3']);
  expect(await found('  ')).toEqual([]);
  expect((await customerList(read, { search: 'harbor', sort: 'name', isDescending: false })).rows).toMatchObject([
    { name: 'Harbor 100%' },
    { name: 'Lake Harbor' },
    { name: 'The harbor_light' },
  ]);
  await expect(customerList(read, { plan: 'nothing' })).rejects.toMatchObject({ code: 'bad_input', where: 'plan' });
  await expect(customerList(read, { country: 'Mars' })).rejects.toMatchObject({ code: 'bad_input', where: 'country' });
  await expect(customerHistory(read, { customerId: 'cus_9' })).rejects.toMatchObject({ code: 'not_found' });
  await opened.close();
});

test('rates and days that come later move what is converted, and the order with it', async () => {
  const opened = await openTestLedger();
  opened.setNow(at('2024-07-01'));
  const start = at(FIRST_DAY);
  const writer = new EventWriter();
  await opened.change(
    together([
      priceChange({ priceId: 'usd', productId: 'prod', currency: 'USD', amountMinor: 1100 }, start),
      priceChange({ priceId: 'eur', productId: 'prod', currency: 'EUR', amountMinor: 1000 }, start),
      ...['usd', 'eur'].flatMap((priceId) => [
        customerChange({ customerId: `cus_${priceId}` }, start),
        writer.change(
          { eventId: priceId, customerId: `cus_${priceId}`, subscriptionId: priceId, at: start, items: [{ priceId }] },
          start,
        ),
      ]),
    ]),
  );
  const order = async () => (await customerList(opened.ledger.read)).rows.map((row) => [row.customerId, row.mrrMinor]);
  expect(await order()).toEqual([
    ['cus_usd', 1100],
    ['cus_eur', null],
  ]);
  const rate = (on: typeof FIRST_DAY, text: string) =>
    importRates(opened.ledger, 'test', 'test', [{ on, base: currency('EUR'), quote: currency('USD'), rate: text }]);
  await rate(FIRST_DAY, '1.2');
  expect(await order()).toEqual([
    ['cus_eur', 1200],
    ['cus_usd', 1100],
  ]);
  await rate(addDays(FIRST_DAY, 3), '1.05');
  expect((await order())[0]).toEqual(['cus_eur', 1200]);
  await opened.change(customerChange({ customerId: 'cus_later' }, at('2024-01-05')));
  expect(await order()).toEqual([
    ['cus_usd', 1100],
    ['cus_eur', 1050],
    ['cus_later', 0],
  ]);
  await opened.close();
});
