// The workspace's settings: created once, changed while they may.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currency, timeZone } from '../../kernel/index.ts';
import { createLedger, systemSources } from '../../ledger/index.ts';
import type { WritableLedger } from '../../ledger/index.ts';
import {
  changeWorkspace,
  createWorkspace,
  findWorkspace,
  workspaceFactKinds,
  workspaceOf,
  workspaceProjection,
} from './index.ts';

const SETTINGS = { name: 'Acme', timeZone: timeZone('Europe/Berlin'), reportingCurrency: currency('EUR') };
const allOpen = async () => false;

describe('a workspace', () => {
  let folder: string;
  let ledger: WritableLedger;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workspace-'));
    ledger = await createLedger({
      path: join(folder, 'w.ledger'),
      key: null,
      schema: { factKinds: workspaceFactKinds, projections: [workspaceProjection] },
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

  test('changes only what is named', async () => {
    await createWorkspace(ledger, 'test', SETTINGS, systemSources.randomBytes);
    expect(await changeWorkspace(ledger, 'test', { name: 'Acme Ltd' }, allOpen)).toBe(true);
    expect(await changeWorkspace(ledger, 'test', { name: 'Acme Ltd' }, allOpen)).toBe(false);
    expect(await changeWorkspace(ledger, 'test', { reportingCurrency: currency('USD') }, allOpen)).toBe(true);
    expect(await workspaceOf(ledger.read)).toMatchObject({
      name: 'Acme Ltd',
      timeZone: 'Europe/Berlin',
      reportingCurrency: 'USD',
    });
  });

  test('keeps what cuts and converts figures once a month is closed', async () => {
    await createWorkspace(ledger, 'test', SETTINGS, systemSources.randomBytes);
    const closed = async () => true;
    await expect(changeWorkspace(ledger, 'test', { timeZone: timeZone('UTC') }, closed)).rejects.toMatchObject({
      code: 'not_permitted',
    });
    expect(await changeWorkspace(ledger, 'test', { name: 'Acme Ltd' }, closed)).toBe(true);
    await expect(changeWorkspace(ledger, 'test', { name: ' ' }, closed)).rejects.toMatchObject({ code: 'bad_input' });
  });
});
