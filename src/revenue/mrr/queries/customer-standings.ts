// Since when customers pay without a break, and how firmly they stand.
import { subscriptionsOfCustomers } from '../../../billing/subscriptions/index.ts';
import type { SubscriptionRow } from '../../../billing/subscriptions/index.ts';
import type { CivilDay, Month } from '../../../kernel/index.ts';
import { closingDay } from '../projection/horizon.ts';
import type { Basis } from './basis/resolve.ts';
import type { CustomerRow } from './report-shapes.ts';

export interface Standing {
  readonly activeSince: CivilDay | null;
  readonly status: CustomerRow['status'];
}

/** Customers asked for at a time. */
const PAGE_IDS = 5_000;

/** Where each customer stands at the end of the month; what is past due or scheduled to end is as of now. */
export async function customerStandings(
  basis: Basis,
  customerIds: readonly string[],
  month: Month,
): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>();
  for (let at = 0; at < customerIds.length; at += PAGE_IDS) {
    const ids = customerIds.slice(at, at + PAGE_IDS);
    const since = await activeSince(basis, ids, month);
    const subscriptions = Map.groupBy(await subscriptionsOfCustomers(basis.read, ids), (row) => row.customer_id);
    for (const id of ids) {
      const from = since.get(id) ?? null;
      standings.set(id, {
        activeSince: from,
        status: from === null ? 'churned' : statusOf(subscriptions.get(id) ?? []),
      });
    }
  }
  return standings;
}

/** The first day of the stretch of MRR above zero that lasts at the month's end. */
async function activeSince(basis: Basis, customerIds: readonly string[], month: Month): Promise<Map<string, CivilDay>> {
  const { read, series, recordedBy, through } = basis;
  if (through === null) return new Map();
  let query = read
    .selectFrom('mrr_movements')
    .select(['customer_id', 'effective_on', 'currency', 'amount_mrr'])
    .where('customer_id', 'in', customerIds)
    .where('series', 'in', ['both', series])
    .where('effective_on', '<=', closingDay(month, through))
    .orderBy('customer_id')
    .orderBy('effective_on');
  if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
  const since = new Map<string, CivilDay>();
  for (const [customerId, rows] of Map.groupBy(await query.execute(), (row) => row.customer_id)) {
    const levels = new Map<string, bigint>();
    for (const [index, row] of rows.entries()) {
      levels.set(row.currency, (levels.get(row.currency) ?? 0n) + row.amount_mrr);
      if (rows[index + 1]?.effective_on === row.effective_on) continue;
      const isActive = [...levels.values()].some((level) => level > 0n);
      if (!isActive) since.delete(customerId);
      else if (!since.has(customerId)) since.set(customerId, row.effective_on as CivilDay);
    }
  }
  return since;
}

function statusOf(subscriptions: readonly SubscriptionRow[]): Standing['status'] {
  const live = subscriptions.filter((row) => row.ended_at === null);
  if (live.some((row) => row.status === 'past_due')) return 'past_due';
  const isEnding = (row: SubscriptionRow) => row.cancel_at !== null || row.is_cancel_at_period_end === 1;
  return live.length > 0 && live.every(isEnding) ? 'canceling' : 'active';
}
