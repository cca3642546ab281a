// The log of movements is a list of differences; what a customer's series says is their net.
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import type { MovementKind, SpanReason } from '../rules/evidence.ts';
import type { MovementRecord } from '../tables.ts';

export type MovementReason = SpanReason | 'prior_period';
export type SeriesTag = 'both' | 'economic' | 'reported';

/** One customer's net movement of one day, price, kind, reason and origin; losses are below zero, none is zero. */
export interface NetMovement {
  readonly effectiveOn: CivilDay;
  readonly priceId: string;
  readonly planId: string;
  readonly currency: Currency;
  readonly kind: MovementKind;
  readonly reason: MovementReason;
  readonly originOn: CivilDay | null;
  readonly series: SeriesTag;
  readonly amount: bigint;
}

/** What tells two movements of one customer apart, the series aside. */
export function movementKey(movement: Omit<NetMovement, 'series' | 'amount'>): string {
  return `${movement.effectiveOn}|${movement.kind}|${movement.priceId}|${movement.currency}|${movement.reason}|${movement.originOn ?? ''}|${movement.planId}`;
}

/** The columns of a stored row that netting needs. */
export const MOVEMENT_COLUMNS = [
  'effective_on',
  'price_id',
  'plan_id',
  'currency',
  'kind',
  'reason',
  'origin_on',
  'series',
  'amount_mrr',
] as const satisfies (keyof MovementRecord)[];

export type MovementParts = Pick<MovementRecord, (typeof MOVEMENT_COLUMNS)[number]>;

/** A stored row as a movement. */
export function movementOfRecord(row: MovementParts): NetMovement {
  return {
    effectiveOn: row.effective_on as CivilDay,
    priceId: row.price_id,
    planId: row.plan_id,
    currency: row.currency as Currency,
    kind: row.kind as MovementKind,
    reason: row.reason as MovementReason,
    originOn: row.origin_on as CivilDay | null,
    series: row.series as SeriesTag,
    amount: row.amount_mrr,
  };
}

/** Stored rows as each customer's movements, in the order of the rows. */
export function movementsByCustomer(
  rows: readonly (MovementParts & { readonly customer_id: string })[],
): Map<string, NetMovement[]> {
  const customers = new Map<string, NetMovement[]>();
  for (const row of rows) {
    const movements = customers.get(row.customer_id);
    if (movements === undefined) customers.set(row.customer_id, [movementOfRecord(row)]);
    else movements.push(movementOfRecord(row));
  }
  return customers;
}

/** True when all movements belong to both series, which then need not be told apart. */
export function isCommon(movements: readonly NetMovement[]): boolean {
  for (const movement of movements) if (movement.series !== 'both') return false;
  return true;
}

/**
 * The net of one customer's movements, each series tag apart, by day and within a day in a fixed order, so that whoever
 * splits them splits the same way each time; what nets to zero is left out.
 */
export function netOf(movements: readonly NetMovement[]): NetMovement[] {
  if (movements.length < 2) return [...movements];
  const sorted = [...movements].sort(compareMovements);
  const nets: NetMovement[] = [];
  let net = sorted[0];
  for (let index = 1; index <= sorted.length && net !== undefined; index += 1) {
    const next = sorted[index];
    if (next !== undefined && compareMovements(net, next) === 0) net = { ...net, amount: net.amount + next.amount };
    else {
      if (net.amount !== 0n) nets.push(net);
      net = next;
    }
  }
  return nets;
}

/** The net movements of one series: what both have in common and what is its own, netted. */
export function seriesOf(nets: readonly NetMovement[], series: 'economic' | 'reported'): NetMovement[] {
  return netOf(nets.filter((net) => net.series === 'both' || net.series === series).map((net) => ({ ...net, series })));
}

function compareMovements(a: NetMovement, b: NetMovement): number {
  return (
    compare(a.effectiveOn, b.effectiveOn) ||
    compare(a.kind, b.kind) ||
    compare(a.priceId, b.priceId) ||
    compare(a.currency, b.currency) ||
    compare(a.reason, b.reason) ||
    compare(a.originOn ?? '', b.originOn ?? '') ||
    compare(a.planId, b.planId) ||
    compare(a.series, b.series)
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
