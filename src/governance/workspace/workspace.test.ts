// The workspace's settings: created once, changed while they may.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currency, timeZone } from '../../kernel/index.ts';
import { createLedger, systemSources } from '../../ledger/index.ts';
import type { WritableLedger } from '../../ledger/index.ts';
import { addMember, memberFactKinds, peopleProjection } from '../people/index.ts';
import {
  changeWorkspace,
  createWorkspace,
  findWorkspace,
  workspaceFactKinds,
  workspaceOf,
  workspaceProjection,
  type WorkspaceChanges,
} from './index.ts';

const SETTINGS = { name: 'Acme', timeZone: timeZone('Europe/Berlin'), reportingCurrency: currency('EUR') };
const allOpen = async () => false;
const allClosed = async () => true;

describe('a workspace', () => {
  let folder: string;
  let ledger: WritableLedger;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workspace-'));
    ledger = await createLedger({
      path: join(folder, 'w.ledger'),
      key: null,
      schema: {
        factKinds: [...workspaceFactKinds, ...memberFactKinds],
        projections: [workspaceProjection, peopleProjection],
      },
    });
  });
  afterEach(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });

  test('is created once', async () => {
    expect(await findWorkspace(ledger.read)).toBeNull();
    await expect(workspaceOf(ledger.read)).rejects.toMatchObject({ code: 'not_found' });
    const id = await createWorkspace(ledger, 'test', SETTINGS, systemSources.randomBytes);
    expect(await workspaceOf(ledger.read)).toMatchObject({ workspaceId: id, ...SETTINGS });
    await expect(createWorkspace(ledger, 'test', SETTINGS, systemSources.randomBytes)).rejects.toMatchObject({
      code: 'bad_input',
    });
  });

  /** Changes the settings from the revision that they have now. */
  const change = async (changes: WorkspaceChanges, hasClosedMonths = allOpen) =>
    changeWorkspace(
      ledger,
      'test',
      { revision: (await workspaceOf(ledger.read)).revision, ...changes },
      hasClosedMonths,
    );

  test('changes only what is named', async () => {
    await createWorkspace(ledger, 'test', SETTINGS, systemSources.randomBytes);
    expect(await change({ name: 'Acme Ltd' })).toBe(true);
    expect(await change({ name: 'Acme Ltd' })).toBe(false);
    expect(await change({ reportingCurrency: currency('USD') })).toBe(true);
    expect(await workspaceOf(ledger.read)).toMatchObject({
      name: 'Acme Ltd',
      timeZone: 'Europe/Berlin',
      reportingCurrency: 'USD',
    });
  });

  test('keeps what cuts and converts figures once a month is closed', async () => {
    await createWorkspace(ledger, 'test', SETTINGS, systemSources.randomBytes);
    await expect(change({ timeZone: timeZone('UTC') }, allClosed)).rejects.toMatchObject({
      code: 'not_permitted',
      where: 'timeZone',
    });
    await expect(change({ reportingCurrency: currency('USD') }, allClosed)).rejects.toMatchObject({
      code: 'not_permitted',
      where: 'reportingCurrency',
    });
    expect(await change({ name: 'Acme Ltd' }, allClosed)).toBe(true);
    await expect(change({ name: ' ' }, allClosed)).rejects.toMatchObject({ code: 'bad_input', where: 'name' });
  });

  test('refuses a change made from settings that are no longer so, naming who changed them', async () => {
    await createWorkspace(ledger, 'owner', SETTINGS, systemSources.randomBytes);
    const memberId = await addMember(
      ledger,
      'owner',
      { name: 'Ada Example', email: 'ada@example.com', role: 'admin' },
      systemSources.randomBytes,
    );
    const { revision } = await workspaceOf(ledger.read);
    await changeWorkspace(ledger, memberId, { revision, name: 'Acme Ltd' }, allOpen);
    const late = changeWorkspace(ledger, 'owner', { revision, name: 'Acme GmbH' }, allOpen);
    await expect(late).rejects.toMatchObject({ code: 'stale_revision', what: expect.stringContaining('Ada Example') });
    expect((await workspaceOf(ledger.read)).name).toBe('Acme Ltd');
  });
});
