// What whoever acts may do on the open ledger, and how a screen says why not. The core holds to it; screens only show it.
import { useDeskStatus } from './desk-status.ts';
import type { DeskStatus } from './outputs.ts';

export type Permission = DeskStatus['permissions'][number];
export type Role = NonNullable<DeskStatus['actor']>['role'];

/** The words for roles. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  analyst: 'Analyst',
  account_manager: 'Account manager',
  admin: 'Admin',
};

/** Whether the permission is held, or none is needed because no ledger is open or the desk has not answered. */
export function isPermitted(desk: DeskStatus | undefined, permission: Permission): boolean {
  return !desk?.ledger || desk.permissions.includes(permission);
}

/** Why something is not offered: who acts, and where that is changed. */
export function whyNotPermitted(desk: DeskStatus | undefined): string {
  if (desk?.standing === 'unchosen') return 'Nobody is chosen to act here yet: choose who under Settings > People';
  if (desk?.standing === 'former')
    return 'Who acted here is no member any more: choose another under Settings > People';
  const { name = null, role } = desk?.actor ?? {};
  const who = role === undefined ? 'Whoever acts here' : `${name ?? 'A member'} (${ROLE_WORDS[role]})`;
  return `${who} may not do this: Settings > People says what each role may do`;
}

/** Why the permission is not held, in a sentence without its period; null where it is held. */
export function useRefusedPermission(permission: Permission): string | null {
  const desk = useDeskStatus();
  return isPermitted(desk, permission) ? null : whyNotPermitted(desk);
}
