// As whom this program acts on the open ledger: chosen by a person, kept for the ledger, held to by the core.
import { z } from 'zod';
import type { KeptFile } from '../../app/kept-file.ts';
import type { Preferences } from '../../app/preferences.ts';
import { type Permission, PERMISSIONS, requirePermission, ROLES } from '../../governance/access/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { DeskStatus } from '../../router/index.ts';
import type { Core } from '../worker/index.ts';
import type { OnDesk } from './open-ledger.ts';
import { answered } from './outcomes.ts';

const acting = z.object({
  standing: z.enum(['owner', 'member', 'unchosen', 'former']),
  member: z.object({ id: z.string(), name: z.string().nullable(), role: z.enum(ROLES) }).nullable(),
  permissions: z.array(z.enum(PERMISSIONS)),
});

/** Who acts, and what they may do, as the core said last. */
export type ActingOnDesk = z.output<typeof acting>;

/** The members that this program acts as, by the paths of their ledgers. */
export interface Actors {
  chosen(path: string): string | null;
  choose(path: string, memberId: string | null): void;
}

export function createActors(preferences: KeptFile<Preferences>): Actors {
  return {
    chosen: (path) => preferences.read().actors[path] ?? null,
    choose: (path, memberId) => {
      preferences.change(({ actors: { [path]: _before, ...others }, ...all }) => ({
        ...all,
        actors: memberId === null ? others : { ...others, [path]: memberId },
      }));
    },
  };
}

/** The core as it answers whoever is chosen, at each call. */
export function coreActingAs(core: Core, chosen: () => string | null): Core {
  return {
    call: (call, options) => core.call(call, { ...options, actsAs: { memberId: chosen() } }),
    work: (call, options) => core.work(call, { ...options, actsAs: { memberId: chosen() } }),
    close: core.close,
  };
}

/** What the core says of somebody who would act as the member. */
export async function askActing(core: Core, memberId: string | null): Promise<ActingOnDesk> {
  return answered(await core.work({ path: 'internal.acting', input: { memberId } }), acting);
}

/** What the status says of who acts. */
export function actingStatus(open: OnDesk | null): Pick<DeskStatus, 'actor' | 'standing' | 'permissions'> {
  if (open === null) return { actor: null, standing: 'owner', permissions: [] };
  const { member, standing, permissions } = open.acting;
  return { actor: member, standing, permissions };
}

/** Raises `not_permitted` before anything is begun that the core would refuse. */
export function requirePermitted({ acting: { permissions } }: OnDesk, permission: Permission): void {
  requirePermission(new Set(permissions), permission);
}

/** Raises `not_found` for somebody who is no member (any more). */
export function requireMember({ standing }: ActingOnDesk, memberId: string): void {
  if (standing === 'member') return;
  throw new CountinghouseError('not_found', {
    what: 'There is no such member',
    where: memberId,
    fix: 'Choose one of Settings > People',
  });
}
