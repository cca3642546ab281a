// The people of a workspace: who they are, and the role that each has.
export { addMember } from './commands/add-member.ts';
export type { NewMember } from './commands/add-member.ts';
export { changeMember } from './commands/change-member.ts';
export { eraseMember } from './commands/erase-member.ts';
export { removeMember } from './commands/remove-member.ts';
export { restoreMember } from './commands/restore-member.ts';
export { memberFactKinds } from './facts.ts';
export { peopleProjection } from './projection.ts';
export { OWNER, actorName, memberById, membersOf, permissionsOf } from './queries.ts';
export type { Member } from './queries.ts';
export { staleRevision } from './rules.ts';
export type { SeenChange } from './rules.ts';
