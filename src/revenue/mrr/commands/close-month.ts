// Closes a month: its reported series, and that of all months before, never moves again.
import { CountinghouseError, addMonths, lastDayOf } from '../../../kernel/index.ts';
import type { Month } from '../../../kernel/index.ts';
import type { Actor, WritableLedger } from '../../../ledger/index.ts';
import { monthClosed } from '../facts.ts';
import { lastClosedMonth } from '../queries/closed-months.ts';
import { freshness } from '../queries/freshness.ts';

/**
 * Closes the month and all before it. What is learned later about them posts on the first open day.
 * Raises `bad_input` when the month is closed already or the ledger's knowledge does not reach its last day.
 */
export async function closeMonth(ledger: WritableLedger, actor: Actor, month: Month): Promise<void> {
  await ledger.commit(actor, async (read, now) => {
    const last = await lastClosedMonth(read);
    if (last !== null && month <= last) {
      throw new CountinghouseError('bad_input', {
        what: `${month} is closed already`,
        fix: `The first open month is ${addMonths(last, 1)}`,
      });
    }
    const { dataThrough, isSettling } = await freshness(read);
    if (dataThrough === null || dataThrough < lastDayOf(month) || isSettling) {
      throw new CountinghouseError('bad_input', {
        what: `${month} cannot be closed: what is known reaches ${dataThrough ?? 'no day'}${isSettling ? ', and an import is under way' : ''}`,
        fix: `Take in all objects up to ${lastDayOf(month)} first`,
      });
    }
    return [{ kind: monthClosed.kind, subject: `month:${month}`, effectiveAt: now, payload: { month } }];
  });
}
