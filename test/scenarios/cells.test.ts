// Every cell of the sample company's roll-forward opens, however it is grouped: its rows and customers add up to it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForReading } from '../../src/app/open-ledger.ts';
import { applicationSchema } from '../../src/app/schema.ts';
import type { ReadableLedger } from '../../src/ledger/index.ts';
import {
  appRouter,
  PERMISSIONS,
  type RouterContext,
  type RouterInputs,
  type RouterOutputs,
} from '../../src/router/index.ts';
import { createSample } from '../../src/stripe/sample/index.ts';

type Row = RouterOutputs['reports']['movements']['rows'][number];
type Line = Omit<Row, 'month'>;
type Asked = RouterInputs['reports']['customers'];

const AMOUNTS = {
  new: 'newMinor',
  reactivation: 'reactivationMinor',
  expansion: 'expansionMinor',
  contraction: 'contractionMinor',
  churn: 'churnMinor',
  transfer_in: 'transferInMinor',
  transfer_out: 'transferOutMinor',
  fx: 'fxMinor',
} as const;
const COUNTS = {
  customers_new: 'customersNew',
  customers_reactivated: 'customersReactivated',
  customers_churned: 'customersChurned',
  customers_transferred_in: 'customersTransferredIn',
  customers_transferred_out: 'customersTransferredOut',
} as const;

const folder = mkdtempSync(join(tmpdir(), 'countinghouse-cells-'));
const path = join(folder, 'sample.ledger');
let ledger: ReadableLedger;
let core: ReturnType<typeof appRouter.createCaller>;

beforeAll(async () => {
  await createSample({ path, schema: applicationSchema, options: { customers: 60, months: 9, seed: 11 } });
  ledger = await openForReading({ path, key: null });
  const context: RouterContext = {
    file: { path, key: null },
    ledgerName: basename(path),
    actor: 'owner',
    permissions: new Set(PERMISSIONS),
    readable: async () => ledger,
    writable: () => Promise.reject(new Error('nothing here writes')),
    changes: async function* () {},
    progress: () => undefined,
  };
  core = appRouter.createCaller(context);
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

async function expectOpens(of: NonNullable<Asked>, line: Line): Promise<void> {
  const what = JSON.stringify(of);
  for (const [kind, column] of Object.entries(AMOUNTS)) {
    const asked = { ...of, kind: kind as keyof typeof AMOUNTS, limit: 1000 };
    const { rows, totalMinor } = await core.reports.rows(asked);
    expect(totalMinor, `${what} ${kind}`).toBe(line[column]);
    expect(rows.reduce((sum, row) => sum + Number(row.amountMinor), 0)).toBe(line[column]);
  }
  const { rows, total } = await core.reports.customers({ ...of, limit: 1000 });
  expect(total, what).toBe(line.customersClosing);
  const sum = rows.reduce((all, row) => all + Number(row.mrrMinor), 0);
  if (total > 0) expect(sum, what).toBe(line.closingMinor);
  for (const [kind, column] of Object.entries(COUNTS)) {
    const counted = await core.reports.customers({ ...of, kind: kind as keyof typeof COUNTS, limit: 1000 });
    expect(counted.rows, `${what} ${kind}`).toHaveLength(line[column]);
  }
}

describe.each([{}, { isNative: true }, { currency: 'EUR' }])(
  'the roll-forward of the sample company with %j',
  (shown) => {
    test.each([undefined, 'plan', 'country', 'currency'] as const)('grouped by %s', async (groupBy) => {
      const grouped = { ...shown, ...(groupBy === undefined ? {} : { groupBy }) };
      const behind = ({ currency, groupId }: Line) => ({
        ...grouped,
        ...('isNative' in shown ? { currency } : {}),
        ...(groupId === null ? {} : { group: groupId }),
      });
      const { rows, totals, groupTotals, from, to } = await core.reports.movements(grouped);
      expect(rows.length).toBeGreaterThan(8);
      for (const row of rows) await expectOpens({ ...behind(row), month: row.month }, row);
      if (from === null || to === null) throw new Error('the sample is empty');
      for (const row of groupBy === undefined ? totals : groupTotals)
        await expectOpens({ ...behind(row), from, to }, row);
    });
  },
);
