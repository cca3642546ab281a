// What can happen to a workspace: it is created, and its settings change.
import { z } from 'zod';
import { currency, timeZone } from '../../kernel/index.ts';
import { defineFactKind } from '../../ledger/index.ts';

const settings = z.object({
  workspaceId: z.string().min(1),
  name: z.string().min(1),
  timeZone: z.string().transform(timeZone),
  reportingCurrency: z.string().transform(currency),
});

/** The settings that figures depend on: whole, in every fact. */
export type WorkspaceSettings = z.output<typeof settings>;

export const workspaceCreated = defineFactKind({ kind: 'workspace.created', version: 1, schema: settings });
export const workspaceChanged = defineFactKind({ kind: 'workspace.changed', version: 1, schema: settings });

export const workspaceFactKinds = [workspaceCreated, workspaceChanged] as const;
