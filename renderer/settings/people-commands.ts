// What the people section asks of the core; each command tells what it did, and how to undo it.
import { client, core, queryClient } from '../core/client.ts';
import { refreshDesk } from '../core/desk-status.ts';
import type { RouterInputs, RouterOutputs } from '../core/outputs.ts';
import { refusalOf } from '../core/refusal.ts';
import { tell, tellRefusal } from '../core/toasts.ts';

export type Member = RouterOutputs['settings']['people']['members'][number];
export type NewMember = RouterInputs['settings']['addMember'];

/** How a member is called in a sentence. */
export function memberName({ name, email }: Pick<Member, 'name' | 'email'>): string {
  return name ?? email ?? 'An erased member';
}

/** Adds a member; this program acts as the first one from then on. Raises what the core refuses. */
export async function addMember(member: NewMember, isFirst: boolean): Promise<void> {
  const added = await client.settings.addMember.mutate(member);
  if (isFirst) await refreshDesk(await client.desk.actAs.mutate({ memberId: added.memberId }));
  await refreshPeople();
  tell({ what: `${member.name} is added`, undo: () => removeQuietly(added) });
}

/** Acts as the member on this machine from now on; a refusal is told. */
export async function actAs(memberId: string | null): Promise<void> {
  try {
    await refreshDesk(await client.desk.actAs.mutate({ memberId }));
    await queryClient.invalidateQueries();
  } catch (error) {
    tellRefusal(error);
  }
}

/** Takes a removed member back in; a refusal is told. */
export async function restoreMember(member: Member): Promise<void> {
  try {
    await client.settings.restoreMember.mutate({ memberId: member.memberId, revision: member.revision });
    await refreshPeople();
    tell({ what: `${memberName(member)} is a member again` });
  } catch (error) {
    tellRefusal(error);
  }
}

/** Makes a removed member's name and address unreadable for ever; a refusal is told. */
export async function eraseMember(member: Member): Promise<void> {
  try {
    await client.settings.eraseMember.mutate({ memberId: member.memberId });
    await refreshPeople();
    tell({ what: `${memberName(member)} is erased` });
  } catch (error) {
    tellRefusal(error);
  }
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
export async function refreshPeople(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: core.settings.people.queryKey() }), refreshDesk()]);
}
