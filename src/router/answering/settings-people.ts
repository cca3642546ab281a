// The people of the workspace, read and changed.
import type { z } from 'zod';
import { permissionsOfRole, ROLES } from '../../governance/access/index.ts';
import {
  addMember,
  changeMember,
  eraseMember,
  formerMembersOf,
  type Member,
  memberById,
  membersOf,
  removeMember,
  restoreMember,
} from '../../governance/people/index.ts';
import { type Actor, type ReadableLedger, systemSources, type WritableLedger } from '../../ledger/index.ts';
import type { RouterContext } from '../context.ts';
import type { MemberAnswer, PeopleAnswer } from './settings-answers.ts';
import type { addMemberInput, changeMemberInput, erasedMemberInput, memberInput } from './settings-inputs.ts';

/** The members now, what each role may do, and whom the program acts as. */
export function readPeople(
  ledger: ReadableLedger,
  { actor, permissions }: Pick<RouterContext, 'actor' | 'permissions'>,
): Promise<PeopleAnswer> {
  return ledger.snapshot(async (read) => ({
    members: (await membersOf(read)).map(memberAnswer),
    former: (await formerMembersOf(read)).map(memberAnswer),
    roles: ROLES.map((role) => ({ role, permissions: [...permissionsOfRole(role)] })),
    acting: { actor, permissions: [...permissions] },
  }));
}

/** Adds a member. Raises what the command raises. */
export async function writeNewMember(
  ledger: WritableLedger,
  actor: Actor,
  member: z.output<typeof addMemberInput>,
): Promise<MemberAnswer> {
  const memberId = await addMember(ledger, actor, member, systemSources.randomBytes);
  return memberAnswer(await memberById(ledger.read, memberId));
}

/** Changes a member. Raises what the command raises. */
export async function writeMember(
  ledger: WritableLedger,
  actor: Actor,
  change: z.output<typeof changeMemberInput>,
): Promise<MemberAnswer> {
  await changeMember(ledger, actor, change);
  return memberAnswer(await memberById(ledger.read, change.memberId));
}

/** Removes a member. Raises what the command raises. */
export async function writeRemoval(
  ledger: WritableLedger,
  actor: Actor,
  seen: z.output<typeof memberInput>,
): Promise<MemberAnswer> {
  await removeMember(ledger, actor, seen);
  return memberAnswer(await memberById(ledger.read, seen.memberId));
}

/** Takes a removed member back in. Raises what the command raises. */
export async function writeMemberBack(
  ledger: WritableLedger,
  actor: Actor,
  seen: z.output<typeof memberInput>,
): Promise<MemberAnswer> {
  await restoreMember(ledger, actor, seen);
  return memberAnswer(await memberById(ledger.read, seen.memberId));
}

/** Erases a removed member. Raises what the command raises. */
export async function writeErasure(
  ledger: WritableLedger,
  actor: Actor,
  { memberId }: z.output<typeof erasedMemberInput>,
): Promise<MemberAnswer> {
  await eraseMember(ledger, actor, memberId, systemSources.now());
  return memberAnswer(await memberById(ledger.read, memberId));
}

function memberAnswer({ memberId, revision, name, email, role, addedAt, isRemoved }: Member): MemberAnswer {
  return { memberId, revision, name, email, role, addedAt, isRemoved };
}
