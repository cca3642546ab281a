// What can be asked about the workspace.
import { CountinghouseError, currency, instant } from '../../kernel/index.ts';
import type { Currency, Instant, TimeZone } from '../../kernel/index.ts';
import type { Actor, ReadHandle } from '../../ledger/index.ts';
import './tables.ts';

export interface Workspace {
  readonly workspaceId: string;
  readonly name: string;
  /** The zone of metrics and recognition: days and months are cut here. */
  readonly timeZone: TimeZone;
  readonly reportingCurrency: Currency;
  readonly createdAt: Instant;
  /** Handed back with a change, so that nobody overwrites what they have not seen. */
  readonly revision: number;
  readonly changedBy: Actor;
  readonly changedAt: Instant;
}

/** The workspace of the ledger, or null before it is created. */
export async function findWorkspace(read: ReadHandle): Promise<Workspace | null> {
  const row = await read.selectFrom('workspace').selectAll().orderBy('created_at').orderBy('id').executeTakeFirst();
  if (row === undefined) return null;
  return {
    workspaceId: row.id,
    name: row.name,
    // Checked when it became a fact; reading the zone's data again would slow every start.
    timeZone: row.time_zone as TimeZone,
    reportingCurrency: currency(row.reporting_currency),
    createdAt: instant(row.created_at),
    revision: row.fact_seq,
    changedBy: row.changed_by,
    changedAt: instant(row.changed_at),
  };
}

/** The workspace of the ledger. Raises `not_found` before it is created. */
export async function workspaceOf(read: ReadHandle): Promise<Workspace> {
  const workspace = await findWorkspace(read);
  if (workspace !== null) return workspace;
  throw new CountinghouseError('not_found', {
    what: 'This ledger has no workspace yet',
    fix: 'Create the ledger with a time zone and a reporting currency first',
  });
}
