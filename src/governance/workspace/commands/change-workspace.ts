// Changes the workspace's name, time zone or reporting currency.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Actor, ReadHandle, WritableLedger } from '../../../ledger/index.ts';
import { actorName, staleRevision } from '../../people/index.ts';
import { workspaceChanged } from '../facts.ts';
import { workspaceOf } from '../queries.ts';
import { movesFigures, settingsAfter, type WorkspaceChanges } from '../rules.ts';

export interface WorkspaceChange extends WorkspaceChanges {
  /** The revision that the change was made from. */
  readonly revision: number;
}

/**
 * Changes what is named and returns whether anything was different. The zone and the reporting currency cut and
 * convert every figure, so they stay as they are once a month is closed. Raises `not_found` without a workspace,
 * `stale_revision` when somebody changed the settings since, `not_permitted` for a zone or currency change when
 * `hasClosedMonths` says so, `bad_input` for an empty name.
 */
export async function changeWorkspace(
  ledger: WritableLedger,
  actor: Actor,
  { revision, ...changes }: WorkspaceChange,
  hasClosedMonths: (read: ReadHandle) => Promise<boolean>,
): Promise<boolean> {
  const committed = await ledger.commit(actor, async (read, now) => {
    const before = await workspaceOf(read);
    if (before.revision !== revision) {
      const by = await actorName(read, before.changedBy);
      throw staleRevision({ what: 'The settings of the workspace were', by, at: before.changedAt });
    }
    const { name, timeZone, reportingCurrency } = settingsAfter(before, changes);
    if (name.trim() === '') {
      throw new CountinghouseError('bad_input', { what: 'The name of a workspace is empty', where: 'name' });
    }
    const willMove = movesFigures(before, { timeZone, reportingCurrency });
    if (willMove && (await hasClosedMonths(read))) {
      throw new CountinghouseError('not_permitted', {
        what: 'The time zone and the reporting currency cannot change once a month is closed',
        where: timeZone === before.timeZone ? 'reportingCurrency' : 'timeZone',
      });
    }
    if (!willMove && name === before.name) return [];
    return [
      {
        kind: workspaceChanged.kind,
        subject: before.workspaceId,
        effectiveAt: now,
        payload: { workspaceId: before.workspaceId, name, timeZone, reportingCurrency },
      },
    ];
  });
  return committed.appended > 0;
}
