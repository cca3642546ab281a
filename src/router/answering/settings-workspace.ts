// The workspace's settings, read and changed.
import type { z } from 'zod';
import { actorName } from '../../governance/people/index.ts';
import { changeWorkspace, movesFigures, settingsAfter, workspaceOf } from '../../governance/workspace/index.ts';
import type { Actor, ReadableLedger, ReadHandle, WritableLedger } from '../../ledger/index.ts';
import { conversionGaps, figuresExtent, hasClosedMonths } from '../../revenue/mrr/index.ts';
import type { WorkspacePreview, WorkspaceSettingsAnswer } from './settings-answers.ts';
import { currencyGap } from './settings-rates.ts';
import type { changeWorkspaceInput, previewWorkspaceInput } from './settings-inputs.ts';

/** The settings now. Raises `not_found` in a ledger without a workspace. */
export function readWorkspace(ledger: ReadableLedger): Promise<WorkspaceSettingsAnswer> {
  return ledger.snapshot(settingsNow);
}

/** What the change would move. Raises `not_found` in a ledger without a workspace. */
export function readPreview(
  ledger: ReadableLedger,
  changes: z.output<typeof previewWorkspaceInput>,
): Promise<WorkspacePreview> {
  return ledger.snapshot(async (read) => {
    const before = await workspaceOf(read);
    const after = settingsAfter(before, changes);
    const isFixed = await hasClosedMonths(read);
    if (!movesFigures(before, after))
      return { movesFigures: false, isFixed, months: 0, customers: 0, withoutRates: [] };
    const isPresent = after.reportingCurrency === before.reportingCurrency;
    const gaps = await conversionGaps(read, after.reportingCurrency, isPresent);
    return {
      movesFigures: true,
      isFixed,
      ...(await figuresExtent(read)),
      withoutRates: gaps.map((gap) => currencyGap(gap, after.reportingCurrency)),
    };
  });
}

/** Changes what is named and answers with the settings then. Raises what the command raises. */
export async function writeWorkspace(
  ledger: WritableLedger,
  actor: Actor,
  { revision, ...changes }: z.output<typeof changeWorkspaceInput>,
): Promise<WorkspaceSettingsAnswer> {
  await changeWorkspace(ledger, actor, { revision, ...changes }, hasClosedMonths);
  return await settingsNow(ledger.read);
}

async function settingsNow(read: ReadHandle): Promise<WorkspaceSettingsAnswer> {
  const workspace = await workspaceOf(read);
  return {
    revision: workspace.revision,
    name: workspace.name,
    timeZone: workspace.timeZone,
    reportingCurrency: workspace.reportingCurrency,
    isFixed: await hasClosedMonths(read),
    lastChange: { by: await actorName(read, workspace.changedBy), at: workspace.changedAt },
  };
}
