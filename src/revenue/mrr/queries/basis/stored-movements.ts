// Reads the log of movements: customer by customer, a page at a time, or a stretch of days.
import type { CivilDay, Instant } from '../../../../kernel/index.ts';
import type { ReadHandle } from '../../../../ledger/index.ts';
import { MOVEMENT_COLUMNS, movementsByCustomer, netOf } from '../../rollups/index.ts';
import type { NetMovement } from '../../rollups/index.ts';
import '../../tables.ts';

/** Customers read at a time. */
const PAGE_CUSTOMERS = 5_000;

export interface MovementRange {
  /** Only what was recorded up to this instant; null for all. */
  readonly recordedBy: Instant | null;
  /** Only what is effective up to this day. */
  readonly through: CivilDay;
}

export interface CustomerNets {
  readonly customerId: string;
  readonly country: string;
  readonly nets: readonly NetMovement[];
}

/** Every customer with its net movements in order of day. */
export async function* customersWithMovements(
  read: ReadHandle,
  { recordedBy, through }: MovementRange,
): AsyncGenerator<CustomerNets> {
  let after = '';
  for (;;) {
    const customers = await read
      .selectFrom('mrr_customers')
      .select(['customer_id', 'country'])
      .where('customer_id', '>', after)
      .orderBy('customer_id')
      .limit(PAGE_CUSTOMERS)
      .execute();
    const last = customers.at(-1);
    if (last === undefined) return;
    let query = read
      .selectFrom('mrr_movements')
      .select(['customer_id', ...MOVEMENT_COLUMNS])
      .where('customer_id', '>', after)
      .where('customer_id', '<=', last.customer_id)
      .where('effective_on', '<=', through)
      .orderBy('customer_id')
      .orderBy('effective_on');
    if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
    const byCustomer = movementsByCustomer(await query.execute());
    for (const { customer_id: customerId, country } of customers) {
      const movements = byCustomer.get(customerId);
      if (movements !== undefined) yield { customerId, country, nets: netOf(movements) };
    }
    after = last.customer_id;
  }
}

/** The movements of the days from first to last with their customers' countries, to be narrowed further. */
export function movementsBetween(read: ReadHandle, first: CivilDay, last: CivilDay) {
  return read
    .selectFrom('mrr_movements as movement')
    .innerJoin('mrr_customers as customer', 'customer.customer_id', 'movement.customer_id')
    .select(['movement.customer_id', 'customer.country', ...MOVEMENT_COLUMNS])
    .where('effective_on', '>=', first)
    .where('effective_on', '<=', last);
}
