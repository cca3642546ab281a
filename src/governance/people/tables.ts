// The members of the workspace, those who were removed included.
import { defineTable, type RowOf } from '../../ledger/index.ts';

export const membersTable = defineTable({
  name: 'members',
  columns: {
    id: 'text',
    /** Personal; null once erased. */
    name: 'text?',
    /** Personal; null once erased. */
    email: 'text?',
    role: 'text',
    added_at: 'integer',
    is_removed: 'integer',
    is_erased: 'integer',
    changed_by: 'text',
    changed_at: 'integer',
    /** The fact that left the member as it is: its revision. */
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

export type MemberRow = RowOf<typeof membersTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    members: MemberRow;
  }
}
