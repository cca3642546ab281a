// Changes the workspace's name, time zone or reporting currency.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Actor, ReadHandle, WritableLedger } from '../../../ledger/index.ts';
import { workspaceChanged } from '../facts.ts';
import { workspaceOf } from '../queries.ts';
import type { NewWorkspace } from './create-workspace.ts';

/**
 * Changes what `changes` names and returns whether anything was different. The zone and the reporting currency
 * cut and convert every figure, so they stay as they are once a month is closed. Raises `not_found` without a
 * workspace, `not_permitted` for a zone or currency change when `hasClosedMonths` says so, `bad_input` for an empty name.
 */
export async function changeWorkspace(
  ledger: WritableLedger,
  actor: Actor,
  changes: Partial<NewWorkspace>,
  hasClosedMonths: (read: ReadHandle) => Promise<boolean>,
): Promise<boolean> {
  const committed = await ledger.commit(actor, async (read, now) => {
    const before = await workspaceOf(read);
    const { name, timeZone, reportingCurrency } = { ...before, ...changes };
    if (name.trim() === '') {
      throw new CountinghouseError('bad_input', { what: 'The name of a workspace is empty', where: 'name' });
    }
    const movesFigures = timeZone !== before.timeZone || reportingCurrency !== before.reportingCurrency;
    if (movesFigures && (await hasClosedMonths(read))) {
      throw new CountinghouseError('not_permitted', {
        what: 'The time zone and the reporting currency cannot change once a month is closed',
      });
    }
    if (!movesFigures && name === before.name) return [];
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
