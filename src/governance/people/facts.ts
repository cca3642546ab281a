// What can happen to a member: added (again, after a removal), changed, removed, erased. Name and e-mail are personal
// fields, sealed with the member's own key.
import { z } from 'zod';
import { defineFactKind } from '../../ledger/index.ts';
import { ROLES } from '../access/index.ts';

const standing = z.object({ memberId: z.string().min(1), role: z.enum(ROLES) });
const end = z.object({ memberId: z.string().min(1) });

export type MemberStanding = z.infer<typeof standing>;

/** The personal fields beside a standing: whole in every fact. */
export interface MemberPersonal {
  readonly name: string;
  readonly email: string;
}

/** Subject and person of each: the member's id. */
export const memberAdded = defineFactKind({ kind: 'member.added', version: 1, schema: standing });
export const memberChanged = defineFactKind({ kind: 'member.changed', version: 1, schema: standing });
export const memberRemoved = defineFactKind({ kind: 'member.removed', version: 1, schema: end });
/** The key that sealed the member's fields is gone. */
export const memberErased = defineFactKind({ kind: 'member.erased', version: 1, schema: end });

export const memberFactKinds = [memberAdded, memberChanged, memberRemoved, memberErased] as const;
