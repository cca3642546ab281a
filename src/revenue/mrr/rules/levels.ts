// What each item of a subscription amounts to at an instant.
import { fraction, mrrFromMinorPerMonth, ZERO_MRR, type MrrAmount } from '../../../kernel/index.ts';
import type { MrrPolicy } from '../policy.ts';
import { grossOf, monthlyNetOf } from './amounts.ts';
import { fits, isSubtractedFrom, remainingAfter, type Reduction } from './coupons.ts';
import type { DiscountWindow } from './discount-windows.ts';
import type { ItemHistory, ItemVersion } from './item-histories.ts';
import { gateAt, type Lifecycle } from './lifecycle.ts';
import type { Gate } from './gates.ts';

/** An item at an instant: its terms, unless the subscription lacks it then, and what it counts. */
export interface ItemLevel {
  readonly version: ItemVersion | null;
  readonly amount: MrrAmount;
}

/** A subscription at an instant: the gate that is shut, if one is, and the items in order of id. */
export interface Level {
  readonly at: number;
  readonly gate: Gate | null;
  readonly items: readonly ItemLevel[];
}

/** Every instant from the beginning on at which something about the subscription changes, in order. */
export function changeInstants(
  histories: readonly ItemHistory[],
  windows: readonly DiscountWindow[],
  { beganAt, gates }: Lifecycle,
): number[] {
  const instants = [beganAt];
  for (const { changes } of histories) for (const { at } of changes) instants.push(at);
  for (const { from, to, taken } of windows) instants.push(from, to, ...taken.map(({ at }) => at));
  for (const { from, to } of gates) instants.push(from, to);
  const ordered = instants.filter((at) => at >= beganAt && at !== Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  return ordered.filter((at, index) => at !== ordered[index - 1]);
}

/** The subscription's level from the instant on. */
export function levelAt(
  at: number,
  histories: readonly ItemHistory[],
  windows: readonly DiscountWindow[],
  lifecycle: Lifecycle,
  policy: MrrPolicy,
): Level {
  const versions = histories.map(({ changes }) => changes.findLast((change) => change.at <= at)?.version ?? null);
  const gate = gateAt(lifecycle, at);
  if (gate !== null) return { at, gate, items: versions.map((version) => ({ version, amount: ZERO_MRR })) };
  return {
    at,
    gate,
    items: amountsOf(
      versions,
      histories,
      windows.filter(({ from, to }) => from <= at && at < to),
      at,
      policy,
    ),
  };
}

/** Items' amounts, each rounded once to an MRR unit (docs/formulas.md: the one series, 2). */
function amountsOf(
  versions: readonly (ItemVersion | null)[],
  histories: readonly ItemHistory[],
  windows: readonly DiscountWindow[],
  at: number,
  policy: MrrPolicy,
): ItemLevel[] {
  const grosses = versions.map((version) =>
    version === null ? NOTHING : (version.billedMinor ?? grossOf(version.price, version.quantity)),
  );
  const left =
    windows.length === 0
      ? grosses
      : remainingAfter(
          grosses,
          windows.flatMap((window) => reductionsOf(window, versions, histories, at, policy)),
        );
  return versions.map((version, index) => {
    const amount = left[index] ?? NOTHING;
    if (version === null || amount.numerator <= 0n) return { version, amount: ZERO_MRR };
    return { version, amount: mrrFromMinorPerMonth(monthlyNetOf(version.price, amount, version.inclusiveTaxRate)) };
  });
}

const NOTHING = fraction(0n);

function reductionsOf(
  { terms, itemIds, taken }: DiscountWindow,
  versions: readonly (ItemVersion | null)[],
  histories: readonly ItemHistory[],
  at: number,
  policy: MrrPolicy,
): Reduction[] {
  const { coupon } = terms;
  const isOn = (index: number) => itemIds === null || itemIds.has(histories[index]?.itemId ?? '');
  if (coupon === null) {
    return histories.flatMap(({ itemId }, index): Reduction[] => {
      const ofItem = taken.filter((bill) => bill.itemId === itemId);
      const last = ofItem.findLast((bill) => bill.at <= at) ?? ofItem[0];
      return last === undefined
        ? []
        : [{ percentOff: null, amountOffMinor: last.amountMinor, isEligible: (other) => other === index }];
    });
  }
  const holds = (index: number, test: (version: ItemVersion) => boolean) => {
    const version = versions[index] ?? null;
    return version !== null && test(version);
  };
  return [
    {
      percentOff: coupon.percentOff,
      amountOffMinor: coupon.amountOffMinor,
      isEligible: (index) => isOn(index) && holds(index, ({ price }) => fits(coupon, price)),
      isSubtracted: (index) => holds(index, ({ price }) => isSubtractedFrom(price, terms, coupon, policy)),
    },
  ];
}
