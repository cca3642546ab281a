// The one row that holds the workspace's settings.
import { defineTable, type RowOf } from '../../ledger/index.ts';

export const workspaceTable = defineTable({
  name: 'workspace',
  columns: {
    id: 'text',
    name: 'text',
    time_zone: 'text',
    reporting_currency: 'text',
    created_at: 'integer',
    changed_by: 'text',
    changed_at: 'integer',
    /** The fact that left the settings as they are: their revision. */
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    workspace: RowOf<typeof workspaceTable>;
  }
}
