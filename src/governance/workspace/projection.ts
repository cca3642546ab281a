// Workspace facts → the settings row.
import type { Fact, Projection, ProjectionContext } from '../../ledger/index.ts';
import { workspaceChanged, workspaceCreated } from './facts.ts';
import type { WorkspaceSettings } from './facts.ts';
import { workspaceTable } from './tables.ts';

export const workspaceProjection: Projection = {
  name: 'governance/workspace',
  version: 2,
  tables: [workspaceTable],
  kinds: [workspaceCreated.kind, workspaceChanged.kind],
  apply,
};

async function apply(facts: readonly Fact[], context: ProjectionContext): Promise<void> {
  for (const fact of facts) {
    const settings = fact.payload as WorkspaceSettings;
    const before = await context.write
      .selectFrom('workspace')
      .selectAll()
      .where('id', '=', settings.workspaceId)
      .executeTakeFirst();
    await context.write.upsertRows(workspaceTable, [
      {
        id: settings.workspaceId,
        name: settings.name,
        time_zone: settings.timeZone,
        reporting_currency: settings.reportingCurrency,
        created_at: before?.created_at ?? fact.effectiveAt,
        changed_by: fact.actor,
        changed_at: fact.recordedAt,
        fact_seq: fact.seq,
      },
    ]);
    const hasMoved =
      before?.time_zone !== settings.timeZone || before.reporting_currency !== settings.reportingCurrency;
    if (hasMoved) context.touch('workspace', settings.workspaceId);
  }
}
