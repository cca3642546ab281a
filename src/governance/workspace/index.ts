// The workspace: one ledger's name, reporting time zone and reporting currency.
export { changeWorkspace } from './commands/change-workspace.ts';
export type { WorkspaceChange } from './commands/change-workspace.ts';
export { createWorkspace } from './commands/create-workspace.ts';
export type { NewWorkspace } from './commands/create-workspace.ts';
export { workspaceFactKinds } from './facts.ts';
export { workspaceProjection } from './projection.ts';
export { findWorkspace, workspaceOf } from './queries.ts';
export type { Workspace } from './queries.ts';
export { movesFigures, settingsAfter } from './rules.ts';
export type { WorkspaceChanges } from './rules.ts';
