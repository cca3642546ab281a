// Erasing a customer takes their name out of lists and searches, and out of the file.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applicationSchema } from '../../src/app/schema.ts';
import { eraseCustomer } from '../../src/billing/customers/index.ts';
import { createWorkspace } from '../../src/governance/workspace/index.ts';
import { currency, instant, timeZone } from '../../src/kernel/index.ts';
import { createLedger, systemSources, verifyLedger, type WritableLedger } from '../../src/ledger/index.ts';
import { customerList } from '../../src/revenue/mrr/index.ts';
import { importObjects } from '../../src/stripe/objects/index.ts';
import { largeCompanyObjects } from '../large-company-objects.ts';

const CUSTOMERS = 12;

let folder: string;
let path: string;
let ledger: WritableLedger;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erased-'));
  path = join(folder, 'test.ledger');
  ledger = await createLedger({ path, key: null, schema: applicationSchema });
  const workspace = { name: 'Test', timeZone: timeZone('UTC'), reportingCurrency: currency('USD') };
  await createWorkspace(ledger, 'test', workspace, systemSources.randomBytes);
  await importObjects(ledger, largeCompanyObjects(CUSTOMERS));
});

afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

test('an erased customer stays in the list without a name, and nowhere in the file', async () => {
  const before = await customerList(ledger.read);
  const customer = before.rows.find((row) => row.mrrMinor !== 0 && row.name !== null);
  const name = customer?.name ?? '';
  const key = name.toLowerCase();
  expect((await customerList(ledger.read, { search: name })).total).toBe(1);
  expect(bytesOf(path).includes(key)).toBe(true);
  await eraseCustomer(ledger, 'test', { customerId: customer?.customerId ?? '', at: instant(1_800_000_000) });
  expect((await customerList(ledger.read, { search: name })).total).toBe(0);
  const after = await customerList(ledger.read);
  expect(after).toEqual({
    ...before,
    rows: before.rows.map((row) => (row === customer ? { ...row, name: null, email: null } : row)),
  });
  expect(after.rows.find((row) => row.customerId === customer?.customerId)?.name).toBeNull();
  await ledger.close();
  expect(bytesOf(path).includes(key)).toBe(false);
  expect(await verifyLedger({ path, key: null, schema: applicationSchema })).toMatchObject({
    isIntact: true,
    difference: null,
  });
});

test('a new name is found at once, the old one no more', async () => {
  const { rows } = await customerList(ledger.read, { sort: 'name', isDescending: false });
  const [first] = rows;
  const [object] = [...largeCompanyObjects(CUSTOMERS)].filter((made) => made['id'] === first?.customerId);
  await importObjects(ledger, [{ ...object, name: 'Zyx Renamed', next_invoice_sequence: 9 }]);
  expect((await customerList(ledger.read, { search: 'zyx r' })).rows.map((row) => row.customerId)).toEqual([
    first?.customerId,
  ]);
  expect((await customerList(ledger.read, { search: first?.name ?? '' })).total).toBe(0);
});

/** The bytes of the file and of its log as text, in small letters. */
function bytesOf(file: string): string {
  const log = `${file}-wal`;
  const parts = [file, log].map((name) => {
    try {
      return readFileSync(name, 'latin1');
    } catch {
      return '';
    }
  });
  return parts.join('').toLowerCase();
}
