// Whom the roll-forward of customers counts: the rollups' own way through each customer's days, with names.
import { firstDayOf } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import { closingDay } from '../projection/horizon.ts';
import { MOVEMENT_COLUMNS, addActivity, monthText, movementsByCustomer, netOf, seriesOf } from '../rollups/index.ts';
import type { ActivitySums, CountKind } from '../rollups/index.ts';
import type { Basis } from './basis/resolve.ts';
import type { Scope } from './customer-holdings.ts';
import type { Period } from './figure-shapes.ts';
import type { CountedKind, CustomersKind } from './report-shapes.ts';

const COUNTS: Readonly<Record<CountedKind, CountKind>> = {
  customers_new: 'new',
  customers_reactivated: 'reactivated',
  customers_churned: 'churned',
  customers_transferred_in: 'transferred_in',
  customers_transferred_out: 'transferred_out',
};

/** One customer, once for each time that the count has them. */
export interface CountedCustomer {
  readonly customerId: string;
  readonly month: Month;
  /** The billing currency that they are counted in; null where the count is over all currencies. */
  readonly currency: Currency | null;
}

/** What is counted; null for a kind of movement. */
export function countOf(kind: CustomersKind | undefined): CountKind | null {
  return kind !== undefined && kind in COUNTS ? COUNTS[kind as CountedKind] : null;
}

/** The customers that the count has in the months, as many as it prints. */
export async function countedCustomers(
  basis: Basis,
  period: Period,
  kind: CountKind,
  scope: Scope,
): Promise<CountedCustomer[]> {
  const { read, through, series, recordedBy } = basis;
  if (through === null) return [];
  const last = closingDay(period.to, through);
  let query = read
    .selectFrom('mrr_movements as movement')
    .innerJoin('mrr_customers as customer', 'customer.customer_id', 'movement.customer_id')
    .select(['movement.customer_id', 'customer.country', ...MOVEMENT_COLUMNS])
    .where('movement.customer_id', 'in', (moved) =>
      moved
        .selectFrom('mrr_movements')
        .select('customer_id')
        .where('effective_on', '>=', firstDayOf(period.from))
        .where('effective_on', '<=', last),
    )
    .where('effective_on', '<=', last);
  if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
  if (scope.groupBy === 'country') query = query.where('customer.country', '=', scope.groupId ?? '');
  const rows = await query.execute();
  const countries = new Map(rows.map((row) => [row.customer_id, row.country]));
  return [...movementsByCustomer(rows)].flatMap(([customerId, movements]) => {
    const tally = new Tally(basis, period, kind, scope);
    addActivity(tally, seriesOf(netOf(movements), series), countries.get(customerId) ?? '', 1);
    return tally.counted.map((counted) => ({ customerId, ...counted }));
  });
}

/** Notes what the rollups would count for one customer, as far as it is asked for. */
class Tally implements ActivitySums {
  readonly counted: Omit<CountedCustomer, 'customerId'>[] = [];
  readonly #basis: Basis;
  readonly #period: Period;
  readonly #kind: CountKind;
  readonly #scope: Scope;

  constructor(basis: Basis, period: Period, kind: CountKind, scope: Scope) {
    this.#basis = basis;
    this.#period = period;
    this.#kind = kind;
    this.#scope = scope;
  }

  addCount: ActivitySums['addCount'] = (dimension, _series, currency, monthNumber, groupId, kind) => {
    const { groupBy, groupId: asked } = this.#scope;
    if (kind !== this.#kind || dimension !== (groupBy === 'plan' ? 'plan' : 'country')) return;
    if ((groupBy === 'plan' || groupBy === 'country') && groupId !== asked) return;
    if (!this.#isIn(currency)) return;
    const month = monthText(monthNumber) as Month;
    if (month < this.#period.from || month > this.#period.to) return;
    this.counted.push({ month, currency: currency as Currency | null });
  };

  addLost: ActivitySums['addLost'] = () => undefined;

  cohort: ActivitySums['cohort'] = () => ({ amount_mrr: 0n, initial_mrr: 0n, customers: 0, joined: 0 });

  #isIn(currency: string | null): boolean {
    const { groupBy, groupId } = this.#scope;
    const { into, only } = this.#basis;
    if (groupBy === 'currency') return currency === groupId;
    return into === null ? currency !== null && (only === null || currency === only) : currency === null;
  }
}
