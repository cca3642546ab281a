// What the people section asks of the core; each command tells what it did, and how to undo it.
import { client, core, queryClient } from '../core/client.ts';
import type { RouterInputs, RouterOutputs } from '../core/outputs.ts';
import { refusalOf } from '../core/refusal.ts';
import { tell } from '../core/toasts.ts';

export type Member = RouterOutputs['settings']['people']['members'][number];
export type Role = Member['role'];
export type NewMember = RouterInputs['settings']['addMember'];

/** The words for roles. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  analyst: 'Analyst',
  account_manager: 'Account manager',
  admin: 'Admin',
};

/** How a member is called in a sentence. */
export function memberName({ name, email }: Pick<Member, 'name' | 'email'>): string {
  return name ?? email ?? 'An erased member';
}

/** Adds a member. Raises what the core refuses. */
export async function addMember(member: NewMember): Promise<void> {
  const added = await client.settings.addMember.mutate(member);
  await refreshPeople();
  tell({ what: `${member.name} is added`, undo: () => removeQuietly(added) });
}

/** Changes a member. Raises what the core refuses. */
export async function changeMember(before: Member, { name, email, role }: NewMember): Promise<void> {
  const { memberId, revision } = before;
  const changed = await client.settings.changeMember.mutate({ memberId, revision, name, email, role });
  await refreshPeople();
  const undo = async () => {
    await client.settings.changeMember.mutate({
      memberId,
      revision: changed.revision,
      role: before.role,
      ...(before.name === null ? {} : { name: before.name }),
      ...(before.email === null ? {} : { email: before.email }),
    });
    await refreshPeople();
  };
  tell({ what: `${name} is changed`, undo });
}

/** Removes a member; a refusal is told. */
export async function removeMember(member: Member): Promise<void> {
  try {
    const { memberId, revision } = await client.settings.removeMember.mutate(member);
    await refreshPeople();
    const undo = async () => {
      await client.settings.restoreMember.mutate({ memberId, revision });
      await refreshPeople();
    };
    tell({ what: `${memberName(member)} is removed`, undo });
  } catch (error) {
    // Not where: it names a field, and here is none.
    const { what, fix } = refusalOf(error);
    tell({ what, fix, isTrouble: true });
  }
}

async function removeQuietly({ memberId, revision }: Member): Promise<void> {
  await client.settings.removeMember.mutate({ memberId, revision });
  await refreshPeople();
}

/** Asks for the people now. */
export function refreshPeople(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: core.settings.people.queryKey() });
}
