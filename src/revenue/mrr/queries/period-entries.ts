// The customer movements of some months as a report's grouping sees them: what its cells are the sums of.
import { firstDayOf } from '../../../kernel/index.ts';
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import { closingDay } from '../projection/horizon.ts';
import { days, isTransfer, movementKey, movementOfRecord, planMovements, seriesOf } from '../rollups/index.ts';
import type { MovementReason, NetMovement } from '../rollups/index.ts';
import type { MovementKind } from '../rules/index.ts';
import type { Basis } from './basis/resolve.ts';
import { movementsBetween } from './basis/stored-movements.ts';
import type { Period } from './figure-shapes.ts';
import type { GroupBy } from './report-shapes.ts';

/** One customer's movement of one day as the grouping sees it, in the billing currency; losses are below zero. */
export interface PeriodEntry {
  readonly customerId: string;
  readonly groupId: string;
  readonly effectiveOn: CivilDay;
  readonly recordedAt: number;
  readonly kind: MovementKind;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly priceId: string;
  readonly planId: string;
  readonly reason: MovementReason;
  readonly originOn: CivilDay | null;
}

/** Every entry of the months in order of customer and day; transfers only where the grouping has them. */
export async function periodEntries(
  basis: Basis,
  { from, to }: Period,
  groupBy: GroupBy | null,
): Promise<PeriodEntry[]> {
  const { read, through, recordedBy, series } = basis;
  if (through === null) return [];
  let query = movementsBetween(read, firstDayOf(from), closingDay(to, through))
    .select('recorded_at')
    .where('series', 'in', ['both', series])
    .orderBy('movement.customer_id');
  if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
  const customers = new Map<string, { country: string; movements: NetMovement[]; recordedAt: Map<string, number> }>();
  for (const row of await query.execute()) {
    const customer = customers.get(row.customer_id) ?? {
      country: row.country,
      movements: [],
      recordedAt: new Map<string, number>(),
    };
    const movement = movementOfRecord(row);
    const key = movementKey(movement);
    customer.movements.push(movement);
    customer.recordedAt.set(key, Math.max(row.recorded_at, customer.recordedAt.get(key) ?? 0));
    customers.set(row.customer_id, customer);
  }
  return [...customers].flatMap(([customerId, { country, movements, recordedAt }]) => {
    const entryOf = (movement: NetMovement, part: Pick<PeriodEntry, 'kind' | 'amount' | 'planId'>): PeriodEntry => ({
      customerId,
      groupId:
        groupBy === 'plan'
          ? part.planId
          : groupBy === 'country'
            ? country
            : groupBy === 'currency'
              ? movement.currency
              : '',
      effectiveOn: movement.effectiveOn,
      recordedAt: recordedAt.get(movementKey(movement)) ?? 0,
      kind: part.kind,
      amount: part.amount,
      currency: movement.currency,
      priceId: movement.priceId,
      planId: part.planId,
      reason: movement.reason,
      originOn: movement.originOn,
    });
    const nets = seriesOf(movements, series);
    if (groupBy !== 'plan') return nets.filter((net) => !isTransfer(net.kind)).map((net) => entryOf(net, net));
    return [...days(nets)].flatMap((day) => planMovements(day).map((part) => entryOf(part.shownBy, part)));
  });
}
