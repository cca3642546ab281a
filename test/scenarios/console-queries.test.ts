// What the screens ask of the sample company: lists, a customer opened, invoices, search, and the same as files.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForReading } from '../../src/app/open-ledger.ts';
import type { ReadableLedger } from '../../src/ledger/index.ts';
import {
  appRouter,
  exportOfReport,
  PERMISSIONS,
  type RouterContext,
  type RouterOutputs,
} from '../../src/router/index.ts';
import { countinghouse } from './command-line.ts';

type Row = RouterOutputs['customers']['list']['rows'][number];

describe('the console on the sample company', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-console-'));
  const path = join(folder, 'sample.ledger');
  let ledger: ReadableLedger;
  let core: ReturnType<typeof appRouter.createCaller>;
  let rows: readonly Row[];

  beforeAll(async () => {
    const made = await countinghouse('sample', '--ledger', path, '--customers', '150', '--months', '14', '--seed', '7');
    expect(made).toMatchObject({ exitCode: 0 });
    ledger = await openForReading({ path, key: null });
    const context: RouterContext = {
      file: { path, key: null },
      ledgerName: basename(path),
      actor: 'owner',
      permissions: new Set(PERMISSIONS),
      readable: async () => ledger,
      writable: () => Promise.reject(new Error('nothing here writes')),
      changes: () => {
        throw new Error('nothing here follows changes');
      },
      progress: () => undefined,
    };
    core = appRouter.createCaller(context as never);
    ({ rows } = await core.customers.list({ limit: 1000 }));
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });

  test('lists every customer, with the Overview as its total', async () => {
    const list = await core.customers.list({});
    const facets = await core.customers.facets();
    expect(list.rows).toHaveLength(100);
    expect(rows).toHaveLength(list.total);
    expect(facets.total).toBe(list.total);
    expect(facets.statuses.length).toBeGreaterThan(2);
    const figures = await core.overview.figures({ compare: 'year' });
    expect(list.totalMrrMinor).toBe(figures.mrr.valueMinor);
    expect(rows.filter((row) => row.mrrMinor !== 0)).toHaveLength(figures.customers.count);
    expect(figures.mrr.changeRate).toMatch(/^-?\d+\.\d{4}$/);
  });

  test('filters as its rows say', async () => {
    for (const { status, customers } of (await core.customers.facets()).statuses) {
      const list = await core.customers.list({ status: [status], limit: 1000 });
      expect(list.rows.map((row) => row.customerId).sort()).toEqual(
        rows
          .filter((row) => row.status === status)
          .map((row) => row.customerId)
          .sort(),
      );
      expect(list.total).toBe(customers);
    }
    const [first] = rows;
    const text = (first?.name ?? '').slice(1, 6).toUpperCase();
    const expected = rows.filter((row) =>
      [row.customerId, row.name ?? '', row.email ?? ''].some((part) => part.toUpperCase().includes(text)),
    );
    expect((await core.customers.list({ search: text })).total).toBe(expected.length);
    await expect(core.customers.list({ status: ['gone' as never] })).rejects.toThrow();
    await expect(core.customers.list({ plan: 'nothing' })).rejects.toThrow('There is no plan');
  });

  test('opens a customer that says what the list says, and whose history ends there', async () => {
    for (const row of rows.slice(0, 25)) {
      const { customer, subscriptions, spans } = await core.customers.open({ customerId: row.customerId });
      expect(customer).toMatchObject({
        name: row.name,
        status: row.status,
        mrrMinor: row.mrrMinor,
        billed: row.billed,
        plans: row.plans,
        activeSinceOn: row.activeSinceOn,
      });
      expect(spans.length).toBeGreaterThan(0);
      for (const { items } of subscriptions) expect(items.every((item) => item.plan !== item.priceId)).toBe(true);
      const [only] = row.billed;
      const own = subscriptions.flatMap(({ mrrMinor }) => (mrrMinor === null ? [] : [mrrMinor]));
      if (row.billed.length === 1 && own.length === 1) expect(own[0]).toBe(only?.mrrMinor);
      const history = await core.customers.history({ customerId: row.customerId });
      expect(history.rows.at(-1)?.mrrMinor).toBe(row.mrrMinor);
    }
    await expect(core.customers.open({ customerId: 'cus_none' })).rejects.toThrow('There is no customer');
    await expect(core.customers.facts({ customerId: 'cus_none' })).rejects.toThrow('There is no customer');
  });

  test('pages a customer’s invoices, payments and facts, and opens each', async () => {
    const [first] = rows;
    const customerId = first?.customerId ?? '';
    const { total } = await core.customers.invoices({ customerId });
    const paged: string[] = [];
    for (let offset = 0; offset < total; offset += 3)
      paged.push(...(await core.customers.invoices({ customerId, offset, limit: 3 })).rows.map((row) => row.invoiceId));
    expect(new Set(paged).size).toBe(total);
    const invoice = await core.invoices.open({ invoiceId: paged[0] ?? '' });
    expect(invoice.customerName).toBe(first?.name);
    expect(invoice.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(invoice.subtotalMinor);
    expect(invoice.payments.some((payment) => payment.status === 'succeeded')).toBe(invoice.amountPaidMinor > 0);
    const payments = await core.customers.payments({ customerId });
    expect(payments.rows).toHaveLength(Math.min(100, payments.total));
    expect(payments.rows.every((payment) => paged.includes(payment.invoiceId ?? ''))).toBe(true);
    const facts = await core.customers.facts({ customerId, limit: 5 });
    expect(facts.rows.map((row) => row.seq)).toEqual(facts.rows.map((row) => row.seq).sort((a, b) => b - a));
    for (const fact of facts.rows) expect(fact.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await core.stripe.object({ id: facts.rows[0]?.subject ?? '' })).factSeq).toBe(facts.rows[0]?.seq);
    await expect(core.invoices.open({ invoiceId: 'in_none' })).rejects.toThrow('There is no invoice');
  });

  test('finds customers by name and invoices by number', async () => {
    const [row] = rows;
    const found = await core.search.find({ text: row?.name ?? '' });
    expect(found.customers[0]).toMatchObject({ customerId: row?.customerId, status: row?.status });
    const [invoice] = (await core.customers.invoices({ customerId: row?.customerId ?? '' })).rows;
    const byNumber = await core.search.find({ text: invoice?.number?.toLowerCase() ?? '' });
    expect(byNumber.invoices[0]).toMatchObject({ invoiceId: invoice?.invoiceId, customerName: row?.name });
    const byId = await core.search.find({ text: invoice?.invoiceId ?? '' });
    expect(byId.invoices.map(({ invoiceId }) => invoiceId)).toContain(invoice?.invoiceId);
    expect(await core.search.find({ text: ' ' })).toEqual({ customers: [], invoices: [] });
  });

  test('exports what it shows, from the console and from the command line', async () => {
    const input = { sort: 'name', isDescending: false, status: ['active'] };
    const exported = await exportOfReport(ledger, { report: 'customer-list', input });
    const shown = await core.customers.list({ sort: 'name', isDescending: false, status: ['active'], limit: 1000 });
    expect([...exported.rows].map((row) => row['customerId'])).toEqual(shown.rows.map((row) => row.customerId));
    const out = join(folder, 'list.json');
    const told = ['--ledger', path, '--sort', 'name', '--ascending', '--status', 'active', '--out', out];
    expect(await countinghouse('report', 'customer-list', ...told)).toMatchObject({ exitCode: 0 });
    const file = JSON.parse(readFileSync(out, 'utf8'));
    expect(file).toMatchObject({ report: 'customer-list', totalMrrMinor: shown.totalMrrMinor });
    expect(file.rows).toEqual([...exported.rows]);
    await expect(exportOfReport(ledger, { report: 'rows', input: {} })).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('refuses a format that the file’s name contradicts, and groups and months that are none', async () => {
    const report = (...options: string[]) => countinghouse('report', ...options, '--ledger', path);
    expect(await report('movements', '--format', 'csv', '--out', join(folder, 'a.xlsx'))).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('contradict each other'),
    });
    const month = (await core.reports.movements({})).to ?? '';
    expect(await report('rows', '--month', month, '--group-by', 'plan', '--group', 'Nothing')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('There is no plan "Nothing"'),
    });
    expect(await report('rows', '--month', '2001-01')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('Nothing is known of 2001-01'),
    });
  });
});
