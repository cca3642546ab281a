// A customer's day as a view by plan sees it: what only moves between plans is a transfer (docs/formulas.md: the one series, 4).
import { splitByLargestRemainder } from '../../../kernel/index.ts';
import type { Currency } from '../../../kernel/index.ts';
import type { MovementKind } from '../rules/evidence.ts';
import type { NetMovement } from './net-movements.ts';

/** What one plan gained or lost in one customer's day. */
export interface PlanMovement {
  readonly planId: string;
  readonly currency: Currency;
  readonly kind: MovementKind;
  readonly amount: bigint;
  /** The movement that stands for it in a list: the plan's largest of that day. */
  readonly shownBy: NetMovement;
}

export function isTransfer(kind: MovementKind): boolean {
  return kind === 'transfer_in' || kind === 'transfer_out';
}

/**
 * The movements of one customer and day, in one series, by plan. Plans that go against the customer's net change, and
 * what goes with it beyond the net, are transfers; these sum to zero in each currency.
 */
export function planMovements(day: readonly NetMovement[]): PlanMovement[] {
  const [first] = day;
  if (first === undefined) return [];
  if (day.length === 1) return [{ ...first, shownBy: first }];
  const groups = new Map<string, NetMovement[]>();
  for (const movement of day) {
    const key = movement.currency + (movement.originOn ?? '');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [movement]);
    else group.push(movement);
  }
  return [...groups.values()].flatMap(ofOneCurrency);
}

interface PlanNet {
  readonly planId: string;
  amount: bigint;
  shownBy: NetMovement;
}

function ofOneCurrency(day: readonly NetMovement[]): PlanMovement[] {
  const plans = new Map<string, PlanNet>();
  for (const movement of day) {
    const plan = plans.get(movement.planId);
    if (plan === undefined)
      plans.set(movement.planId, { planId: movement.planId, amount: movement.amount, shownBy: movement });
    else {
      plan.amount += movement.amount;
      if (size(movement.amount) > size(plan.shownBy.amount)) plan.shownBy = movement;
    }
  }
  const moved = [...plans.values()].filter((plan) => plan.amount !== 0n);
  const net = moved.reduce((sum, plan) => sum + plan.amount, 0n);
  const withNet = moved.filter((plan) => net !== 0n && plan.amount > 0n === net > 0n);
  const shares = splitByLargestRemainder(
    net,
    withNet.map((plan) => size(plan.amount)),
  );
  const kind = day.find((movement) => !isTransfer(movement.kind))?.kind ?? (net > 0n ? 'expansion' : 'contraction');
  return moved.flatMap((plan) => {
    const share = shares[withNet.indexOf(plan)] ?? 0n;
    const transfer = plan.amount - share;
    const base = { planId: plan.planId, currency: plan.shownBy.currency, shownBy: plan.shownBy };
    return [
      ...(share === 0n ? [] : [{ ...base, kind, amount: share }]),
      ...(transfer === 0n
        ? []
        : [{ ...base, kind: transfer > 0n ? ('transfer_in' as const) : ('transfer_out' as const), amount: transfer }]),
    ];
  });
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
