// Members: added, changed, removed and taken back, with an admin among them, their names sealed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLedger, systemSources, verifyLedger } from '../../ledger/index.ts';
import type { WritableLedger } from '../../ledger/index.ts';
import { PERMISSIONS, permissionsOfRole, ROLES } from '../access/index.ts';
import {
  actorName,
  addMember,
  changeMember,
  eraseMember,
  memberById,
  memberFactKinds,
  membersOf,
  type NewMember,
  peopleProjection,
  formerMembersOf,
  actingAs,
  removeMember,
  restoreMember,
} from './index.ts';

const ADA: NewMember = { name: 'Ada Example', email: 'ada@example.com', role: 'admin' };
const BEA: NewMember = { name: 'Bea Sample', email: 'bea@example.com', role: 'analyst' };
const schema = { factKinds: memberFactKinds, projections: [peopleProjection] };

describe('roles', () => {
  test('name permissions that there are, and the admin has them all', () => {
    for (const role of ROLES) for (const held of permissionsOfRole(role)) expect(PERMISSIONS).toContain(held);
    expect([...permissionsOfRole('admin')]).toEqual([...PERMISSIONS]);
    expect(permissionsOfRole('analyst').has('people.change')).toBe(false);
    expect(permissionsOfRole('account_manager').has('settings.change')).toBe(false);
  });
});

describe('members', () => {
  let folder: string;
  let path: string;
  let ledger: WritableLedger;
  const add = (member: NewMember) => addMember(ledger, 'owner', member, systemSources.randomBytes);
  const seen = async (memberId: string) => ({ memberId, revision: (await memberById(ledger.read, memberId)).revision });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'people-'));
    path = join(folder, 'p.ledger');
    ledger = await createLedger({ path, key: null, schema });
  });
  afterEach(async () => {
    await ledger.close();
    expect(await verifyLedger({ path, key: null, schema })).toMatchObject({ isIntact: true });
    rmSync(folder, { recursive: true });
  });

  test('are added, changed, removed and taken back', async () => {
    const ada = await add(ADA);
    const bea = await add(BEA);
    expect((await membersOf(ledger.read)).map(({ name }) => name)).toEqual(['Ada Example', 'Bea Sample']);
    expect(await changeMember(ledger, ada, { ...(await seen(bea)), role: 'account_manager' })).toBe(true);
    expect(await changeMember(ledger, ada, { ...(await seen(bea)), role: 'account_manager' })).toBe(false);
    expect(await memberById(ledger.read, bea)).toMatchObject({ ...BEA, role: 'account_manager', changedBy: ada });
    await removeMember(ledger, ada, await seen(bea));
    expect((await membersOf(ledger.read)).map(({ memberId }) => memberId)).toEqual([ada]);
    await expect(changeMember(ledger, ada, { ...(await seen(bea)), name: 'B' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await restoreMember(ledger, ada, await seen(bea));
    expect(await memberById(ledger.read, bea)).toMatchObject({ ...BEA, role: 'account_manager', isRemoved: false });
  });

  test('begin with an admin and are never left without one', async () => {
    await expect(add(BEA)).rejects.toMatchObject({ code: 'not_permitted', where: 'role' });
    const ada = await add(ADA);
    const bea = await add(BEA);
    await expect(changeMember(ledger, 'owner', { ...(await seen(ada)), role: 'analyst' })).rejects.toMatchObject({
      code: 'not_permitted',
      where: 'role',
    });
    await expect(removeMember(ledger, 'owner', await seen(ada))).rejects.toMatchObject({ code: 'not_permitted' });
    await changeMember(ledger, 'owner', { ...(await seen(bea)), role: 'admin' });
    await removeMember(ledger, 'owner', await seen(ada));
    // The last of all leaves a workspace of one.
    await removeMember(ledger, 'owner', await seen(bea));
    expect(await membersOf(ledger.read)).toEqual([]);
  });

  test('have an address of their own', async () => {
    const ada = await add(ADA);
    const bea = await add(BEA);
    await expect(add({ ...BEA, email: 'ADA@example.com' })).rejects.toMatchObject({
      code: 'bad_input',
      where: 'email',
    });
    await expect(changeMember(ledger, ada, { ...(await seen(bea)), email: ADA.email })).rejects.toMatchObject({
      where: 'email',
    });
  });

  test('are not changed by who has not seen the last change', async () => {
    const ada = await add(ADA);
    const before = await seen(ada);
    await changeMember(ledger, ada, { ...before, name: 'Ada E.' });
    for (const late of [
      changeMember(ledger, 'owner', { ...before, name: 'A. Example' }),
      removeMember(ledger, 'owner', before),
    ]) {
      await expect(late).rejects.toMatchObject({ code: 'stale_revision', what: expect.stringContaining('Ada E.') });
    }
  });

  test('may do what their role says, and only read once removed, or where nobody is chosen', async () => {
    const reading = new Set(['figures.read', 'customers.read', 'stripe.read']);
    const before = await actingAs(ledger.read, null);
    expect(before).toMatchObject({ standing: 'owner', actor: 'owner', member: null });
    expect([...before.permissions]).toEqual([...PERMISSIONS]);
    const [ada, bea] = [await add(ADA), await add(BEA)];
    expect(await actingAs(ledger.read, null)).toMatchObject({ standing: 'unchosen', permissions: reading });
    expect([...(await actingAs(ledger.read, ada)).permissions]).toEqual([...PERMISSIONS]);
    expect(await actingAs(ledger.read, bea)).toEqual({
      standing: 'member',
      actor: bea,
      member: { id: bea, name: BEA.name, role: 'analyst' },
      permissions: permissionsOfRole('analyst'),
    });
    await removeMember(ledger, ada, await seen(bea));
    expect(await actingAs(ledger.read, bea)).toMatchObject({
      standing: 'former',
      member: { name: BEA.name },
      permissions: reading,
    });
    expect(await formerMembersOf(ledger.read)).toMatchObject([{ memberId: bea, isRemoved: true }]);
    expect(await actingAs(ledger.read, 'mem_unknown')).toMatchObject({ standing: 'former', permissions: reading });
    await removeMember(ledger, ada, await seen(ada));
    expect(await actingAs(ledger.read, bea)).toMatchObject({ standing: 'owner', actor: 'owner' });
  });

  test('are erased after their removal: no name or address is left in the log', async () => {
    await add(ADA);
    const bea = await add(BEA);
    const now = systemSources.now();
    await expect(eraseMember(ledger, 'owner', bea, now)).rejects.toMatchObject({ code: 'bad_input' });
    await removeMember(ledger, 'owner', await seen(bea));
    await eraseMember(ledger, 'owner', bea, now);
    expect(await memberById(ledger.read, bea)).toMatchObject({ name: null, email: null, isRemoved: true });
    expect(await actorName(ledger.read, bea)).toBe('a former member');
    for (const fact of await ledger.factsOf(bea)) {
      expect(fact.personal).toBeNull();
      expect(JSON.stringify(fact)).not.toContain('bea@');
    }
    expect(await formerMembersOf(ledger.read)).toEqual([]);
    await expect(restoreMember(ledger, 'owner', await seen(bea))).rejects.toMatchObject({ code: 'bad_input' });
  });
});
