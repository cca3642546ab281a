// The settings through the router, on a company with figures: what is refused, at which field, and what can be undone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openForWriting } from '../../src/app/open-ledger.ts';
import { applicationSchema } from '../../src/app/schema.ts';
import { verifyLedger, type WritableLedger } from '../../src/ledger/index.ts';
import {
  appRouter,
  PERMISSIONS,
  type Permission,
  type RouterContext,
  type RouterOutputs,
} from '../../src/router/index.ts';
import { createSample } from '../../src/stripe/sample/index.ts';

type Settings = RouterOutputs['settings'];
type Answered<R> = { readonly told: R; readonly refusal: null } | { readonly told: null; readonly refusal: Refusal };
interface Refusal {
  readonly code: string;
  readonly where: string | null;
  readonly what: string;
}

const folder = mkdtempSync(join(tmpdir(), 'countinghouse-settings-'));
const path = join(folder, 'company.ledger');
let ledger: WritableLedger;

beforeAll(async () => {
  await createSample({ path, schema: applicationSchema, options: { customers: 40, months: 8, seed: 3 } });
  ledger = await openForWriting({ path, key: null });
});
afterAll(async () => {
  await ledger.close();
  expect(await verifyLedger({ path, key: null, schema: applicationSchema })).toMatchObject({ isIntact: true });
  rmSync(folder, { recursive: true });
});

/** Calls a procedure as a door does. */
async function ask<R>(
  name: keyof Settings,
  input?: unknown,
  permissions: readonly Permission[] = PERMISSIONS,
): Promise<Answered<R>> {
  const path = `settings.${name}`;
  const ctx: RouterContext = {
    readable: async () => ledger,
    writable: async () => ledger,
    ledgerName: 'company.ledger',
    file: { path, key: null },
    actor: 'owner',
    permissions: new Set(permissions),
    changes: () => {
      throw new Error('nobody follows changes here');
    },
    progress: () => undefined,
  };
  const type = /^(?:change|add|remove|restore)/.test(name) ? 'mutation' : 'query';
  try {
    const getRawInput = async () => input;
    const told: R = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx,
      signal: undefined,
      batchIndex: 0,
      getRawInput,
    });
    return { told, refusal: null };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const { data } = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx });
    return { told: null, refusal: data };
  }
}

async function told<R>(name: keyof Settings, input?: unknown): Promise<R> {
  const answer = await ask<R>(name, input);
  if (answer.refusal !== null) throw new Error(JSON.stringify(answer.refusal));
  return answer.told;
}

const refused = async (name: keyof Settings, input: unknown) => (await ask(name, input)).refusal;

/** The months in which the roll-forward moves, up to the last day known. */
async function monthsWithMovements(): Promise<Set<string>> {
  const { dataThrough } = await told<Settings['rates']>('rates');
  const rows = await ledger.read
    .selectFrom('mrr_movements')
    .select('effective_on')
    .where('effective_on', '<=', dataThrough ?? '')
    .execute();
  return new Set(rows.map((row) => row.effective_on.slice(0, 7)));
}

describe('the workspace', () => {
  let now: Settings['workspace'];
  beforeEach(async () => {
    now = await told('workspace');
  });

  test('says beforehand what a change moves', async () => {
    expect(await told('previewWorkspace', { name: 'Other' })).toMatchObject({
      movesFigures: false,
      months: 0,
      customers: 0,
    });
    const moved = await told<Settings['previewWorkspace']>('previewWorkspace', { reportingCurrency: 'SEK' });
    expect(moved).toMatchObject({ movesFigures: true, isFixed: false });
    expect(moved.months).toBe((await monthsWithMovements()).size);
    expect(moved.customers).toBeGreaterThan(30);
    // The sample publishes no rate into Swedish kronor: all that is billed would be left out, and it is told so.
    expect(moved.withoutRates.map(({ currency }) => currency)).toContain(now.reportingCurrency);
    expect(moved.withoutRates.every(({ into, months }) => into === 'SEK' && months > 0)).toBe(true);
    expect(await told('previewWorkspace', { timeZone: 'Asia/Tokyo' })).toMatchObject({
      movesFigures: true,
      withoutRates: [],
    });
  });

  test('is changed, and the reverse command undoes it', async () => {
    const { name, timeZone, reportingCurrency } = now;
    const changed = await told<Settings['changeWorkspace']>('changeWorkspace', {
      revision: now.revision,
      name: 'Northwind',
      timeZone: 'Asia/Tokyo',
    });
    expect(changed).toMatchObject({ name: 'Northwind', timeZone: 'Asia/Tokyo', reportingCurrency });
    expect(changed.lastChange).toMatchObject({ by: 'the owner' });
    const undone = await told('changeWorkspace', { revision: changed.revision, name, timeZone, reportingCurrency });
    expect(undone).toMatchObject({ name, timeZone, reportingCurrency });
  });

  test('refuses at the field that is wrong', async () => {
    const { revision } = now;
    expect(await refused('changeWorkspace', { revision, timeZone: 'Mars/Olympus' })).toMatchObject({
      code: 'bad_input',
      where: 'timeZone',
    });
    expect(await refused('changeWorkspace', { revision, reportingCurrency: 'XXZ' })).toMatchObject({
      where: 'reportingCurrency',
    });
    expect(await refused('changeWorkspace', { revision, name: '  ' })).toMatchObject({ where: 'name' });
    expect(await refused('changeWorkspace', { revision: revision - 1, name: 'Late' })).toMatchObject({
      code: 'stale_revision',
    });
    expect(await told('workspace')).toEqual(now);
  });
});

describe('the branding', () => {
  test('takes texts and a logo as base64, and gives both back', async () => {
    const logo = { base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64') };
    const { revision } = await told<Settings['branding']>('branding');
    const changed = await told<Settings['changeBranding']>('changeBranding', {
      revision,
      companyName: 'Northwind Ltd',
      email: 'billing@example.com',
      accentColor: '#0b6159',
      logo,
    });
    expect(changed).toMatchObject({ companyName: 'Northwind Ltd', logo });
    expect(await told('changeBranding', { revision: changed.revision, logo: null })).toMatchObject({ logo: null });
  });

  test('refuses at the field that is wrong', async () => {
    const { revision } = await told<Settings['branding']>('branding');
    const wrong: readonly [string, unknown][] = [
      ['email', 'nobody'],
      ['accentColor', 'red'],
      ['logo', { base64: Buffer.alloc(300_000, 1).toString('base64') }],
      ['logo.base64', { base64: 'A'.repeat(900_000) }],
      ['logo', { base64: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>').toString('base64') }],
    ];
    for (const [where, value] of wrong) {
      const field = where.split('.')[0] ?? '';
      expect(await refused('changeBranding', { revision, [field]: value }), where).toMatchObject({
        code: 'bad_input',
        where,
      });
    }
    expect(await refused('changeBranding', { revision: revision + 1, footer: 'Late' })).toMatchObject({
      code: 'stale_revision',
    });
  });
});

describe('the people', () => {
  test('are added, keep an admin, and come back when a removal is undone', async () => {
    expect(await told('people')).toMatchObject({
      members: [],
      acting: { actor: 'owner', permissions: [...PERMISSIONS] },
    });
    const ada = { name: 'Ada Example', email: 'ada@example.com' };
    expect(await refused('addMember', { ...ada, role: 'analyst' })).toMatchObject({
      code: 'not_permitted',
      where: 'role',
    });
    expect(await refused('addMember', { ...ada, role: 'king' })).toMatchObject({ code: 'bad_input', where: 'role' });
    expect(await refused('addMember', { ...ada, email: 'ada', role: 'admin' })).toMatchObject({ where: 'email' });
    const first = await told<Settings['addMember']>('addMember', { ...ada, role: 'admin' });
    const second = await told<Settings['addMember']>('addMember', {
      name: 'Bea',
      email: 'b@example.com',
      role: 'analyst',
    });
    expect(await refused('removeMember', first)).toMatchObject({ code: 'not_permitted', where: 'role' });
    const removed = await told<Settings['removeMember']>('removeMember', second);
    expect(removed).toMatchObject({ isRemoved: true });
    expect(await told('restoreMember', removed)).toMatchObject({ name: 'Bea', role: 'analyst', isRemoved: false });
    expect(await refused('changeMember', { ...second, name: 'Late' })).toMatchObject({ code: 'stale_revision' });
  });

  test('are changed only by who may', async () => {
    for (const name of ['addMember', 'changeMember', 'removeMember', 'changeWorkspace', 'changeBranding'] as const) {
      const { refusal } = await ask(name, {}, ['figures.read', 'customers.read']);
      expect(refusal, name).toMatchObject({ code: 'not_permitted' });
    }
  });
});

describe('the rates', () => {
  test('tell of each pair how far it reaches, and that nothing is missing in the sample', async () => {
    const rates = await told<Settings['rates']>('rates');
    expect(rates.billingCurrencies).toContain(rates.reportingCurrency);
    expect(rates.pairs.length).toBeGreaterThan(0);
    for (const { firstOn, lastOn, days, sources, holes } of rates.pairs) {
      expect(firstOn < lastOn).toBe(true);
      expect(days).toBeGreaterThan(100);
      expect([sources.length, holes]).toEqual([1, []]);
    }
    expect(rates.gaps).toEqual([]);
  });
});
