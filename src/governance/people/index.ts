// The people of a workspace: who they are, and the role that each has.
export { actingAs, PROGRAM } from './acting.ts';
export type { Acting, ActingMember } from './acting.ts';
export { addMember } from './commands/add-member.ts';
export type { NewMember } from './commands/add-member.ts';
export { changeMember } from './commands/change-member.ts';
export { eraseMember } from './commands/erase-member.ts';
export { removeMember } from './commands/remove-member.ts';
export { restoreMember } from './commands/restore-member.ts';
export { memberFactKinds } from './facts.ts';
export { peopleProjection } from './projection.ts';
export { OWNER, actorName, formerMembersOf, memberById, membersOf } from './queries.ts';
export type { Member } from './queries.ts';
export { staleRevision } from './rules.ts';
export type { SeenChange } from './rules.ts';
