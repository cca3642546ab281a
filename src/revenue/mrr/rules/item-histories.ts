// Which items a subscription had, at which price and quantity, from when.
import { compareFractions, type Fraction } from '../../../kernel/index.ts';
import { billedGross, billedTermsOf, type BilledTerms } from './billed-terms.ts';
import type { Bill } from './bills.ts';
import type { PriceTerms, SubscriptionEvidence, SubscriptionState } from './evidence.ts';
import { prorationsOf } from './prorations.ts';

/** An item's terms while nothing changes them. */
export interface ItemVersion {
  readonly price: PriceTerms;
  readonly quantity: number;
  readonly inclusiveTaxRate: Fraction | null;
  /** Minor units a billing period costs where only bills tell, since the price's tiers are unknown; else null. */
  readonly billedMinor: Fraction | null;
  readonly evidenceId: string;
}

/** An item's changes in order; a version is null from when the subscription does not have it. */
export interface ItemHistory {
  readonly itemId: string;
  readonly changes: readonly { readonly at: number; readonly version: ItemVersion | null }[];
}

interface DraftChange {
  readonly at: number;
  readonly version: ItemVersion | null;
  /** Where the item went: its time was credited and nothing charged, or ran out unbilled; null where a state says so. */
  readonly absence: 'credited' | 'lapsed' | null;
}

interface Draft {
  readonly changes: DraftChange[];
  /** Until when bills cover it; null while none does. */
  coveredUntil: number | null;
  /** When anything last spoke of it. */
  seenAt: number;
}

type Step = { readonly at: number; readonly bill: Bill } | { readonly at: number; readonly state: SubscriptionState };

/**
 * The histories of the subscription's licensed items in order of id. Bills say what their periods began with; a proration says
 * what changed in between; a dated state says everything at its instant, and what it says came before fills the time
 * until then where nothing else does. The undated present adds only what no stretch since its lower bound shows already.
 */
export function itemHistories(evidence: SubscriptionEvidence, bills: readonly Bill[], beganAt: number): ItemHistory[] {
  const steps: Step[] = bills.map((bill) => ({ at: bill.at, bill }));
  let firstBefore: SubscriptionState | null = null;
  const dated = [...evidence.dated].sort(
    (a, b) => a.state.at - b.state.at || (a.state.sourceId < b.state.sourceId ? -1 : 1),
  );
  for (const { state } of dated) steps.push({ at: state.at, state });
  // An event later than all that the undated present mentions knows better.
  const present = (evidence.present?.at ?? 0) < (dated.at(-1)?.state.at ?? 0) ? null : evidence.present;
  if (present?.isDated === true) steps.push({ at: present.at, state: present });
  steps.sort((a, b) => a.at - b.at || Number('state' in a) - Number('state' in b));
  const [first] = steps;
  if (first !== undefined && 'state' in first)
    firstBefore = dated.find(({ state }) => state === first.state)?.before ?? null;
  const billed = billedTermsOf(bills);
  const strong = walk(steps, firstBefore, beganAt, billed);
  if (present === null || present.isDated) return strong;
  if (first === undefined) return walk([{ at: present.at, state: present }], null, beganAt, billed);
  if (showsAnyTimeSince(strong, present)) return strong;
  const at = placeOf(present, steps);
  const index = steps.findIndex((step) => step.at > at);
  const placed: Step = { at, state: present };
  return walk(index === -1 ? [...steps, placed] : steps.toSpliced(index, 0, placed), firstBefore, beganAt, billed);
}

function walk(
  steps: readonly Step[],
  firstBefore: SubscriptionState | null,
  beganAt: number,
  billed: BilledTerms,
): ItemHistory[] {
  const drafts = new Map<string, Draft>();
  const write = (itemId: string, at: number, version: ItemVersion | null, absence: DraftChange['absence'] = null) => {
    const draft = drafts.get(itemId) ?? { changes: [], coveredUntil: null, seenAt: at };
    drafts.set(itemId, draft);
    draft.seenAt = at;
    const last = draft.changes.at(-1);
    if (isSameVersion(last?.version ?? null, version)) return;
    if (last?.at === at) draft.changes.pop();
    draft.changes.push({ at, version, absence });
  };
  const versionOf = (price: PriceTerms, quantity: number, rate: Fraction | null, evidenceId: string): ItemVersion => ({
    price,
    quantity,
    evidenceId,
    inclusiveTaxRate: rate ?? price.inclusiveTaxRate ?? billed.taxRates.get(price.priceId) ?? null,
    billedMinor: billedGross(billed, price, quantity),
  });
  const takeState = (state: SubscriptionState, at: number) => {
    if (state.items.length === 0) return;
    const present = new Set<string>();
    for (const { itemId, price, quantity } of state.items) {
      if (price.isMetered) continue;
      present.add(itemId);
      write(itemId, at, versionOf(price, quantity, null, state.sourceId));
    }
    for (const [itemId, draft] of drafts) if (!present.has(itemId) && hasItem(draft)) write(itemId, at, null);
  };
  for (const [index, step] of steps.entries()) {
    const isFirst = index === 0;
    if ('state' in step) {
      if (isFirst && firstBefore !== null) takeState(firstBefore, Math.min(beganAt, step.at));
      takeState(step.state, isFirst && firstBefore === null ? Math.min(beganAt, step.at) : step.at);
      continue;
    }
    const { bill } = step;
    if (bill.full.length > 0) {
      const at = isFirst ? Math.min(beganAt, bill.at) : bill.at;
      for (const { itemId, line } of bill.full) {
        write(itemId, at, versionOf(line.price, line.quantity, line.inclusiveTaxRate, line.lineId));
        const draft = drafts.get(itemId);
        if (draft !== undefined) draft.coveredUntil = Math.max(draft.coveredUntil ?? line.endAt, line.endAt);
      }
      endWhatLapsed(drafts, bill, write);
    }
    for (const [itemId, after] of prorationsOf(bill)) {
      if (isFirst && after.credit !== null && bill.full.length === 0) {
        const { line } = after.credit;
        write(
          itemId,
          Math.min(beganAt, bill.at),
          versionOf(line.price, line.quantity, line.inclusiveTaxRate, line.lineId),
        );
      }
      const line = after.debit?.line;
      if (line !== undefined)
        write(itemId, bill.at, versionOf(line.price, line.quantity, line.inclusiveTaxRate, line.lineId));
      else if (after.credit !== null && !bill.full.some((full) => full.itemId === itemId)) {
        write(itemId, bill.at, null, 'credited');
      }
    }
  }
  return [...drafts]
    .map(([itemId, { changes }]) => ({ itemId, changes: withoutGaps(itemId, changes) }))
    .sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
}

/**
 * An item that is there again was never gone: what a credit began was its next terms, whose charge came later or was
 * for nothing; what was not billed in between went on.
 */
function withoutGaps(itemId: string, changes: readonly DraftChange[]): ItemHistory['changes'] {
  // Where a price stands for an item without an id, it may well come back as another one.
  const isPrice = changes.some(({ version }) => version?.price.priceId === itemId);
  if (isPrice || changes.every(({ absence }) => absence === null)) return changes;
  const filled: { at: number; version: ItemVersion | null }[] = [];
  for (const [index, { at, version, absence }] of changes.entries()) {
    const next = changes[index + 1]?.version ?? null;
    if (absence === 'lapsed' && next !== null) continue;
    filled.push({ at, version: absence === 'credited' ? next : version });
  }
  return filled;
}

/** An item whose billed time ran out before a bill that lacks it was removed when it ran out. */
function endWhatLapsed(
  drafts: ReadonlyMap<string, Draft>,
  bill: Bill,
  write: (itemId: string, at: number, version: null, absence: 'lapsed') => void,
): void {
  for (const [itemId, draft] of drafts) {
    if (draft.coveredUntil === null || draft.coveredUntil > bill.at || !hasItem(draft)) continue;
    if (bill.full.some((line) => line.itemId === itemId) || bill.prorations.some((line) => line.itemId === itemId))
      continue;
    write(itemId, Math.max(draft.coveredUntil, draft.seenAt), null, 'lapsed');
  }
}

/** Whether some stretch of the histories at or after the state's lower bound has exactly its items. */
function showsAnyTimeSince(histories: readonly ItemHistory[], state: SubscriptionState): boolean {
  if (state.items.length === 0) return true;
  const wanted = state.items.filter(({ price }) => !price.isMetered);
  const instants = new Set<number>([state.at]);
  for (const { changes } of histories) for (const { at } of changes) if (at > state.at) instants.add(at);
  const expected = new Map(wanted.map((item) => [item.itemId, item]));
  for (const at of instants) {
    let found = 0;
    let isSame = true;
    for (const { itemId, changes } of histories) {
      const version = changes.findLast((change) => change.at <= at)?.version ?? null;
      if (version === null) continue;
      found += 1;
      const item = expected.get(itemId);
      if (item?.price.priceId !== version.price.priceId || item.quantity !== version.quantity) isSame = false;
    }
    if (isSame && found === expected.size) return true;
  }
  return false;
}

/** Where the undated present takes effect: after all that is not certainly later than it, and not before its lower bound. */
function placeOf(present: SubscriptionState, steps: readonly Step[]): number {
  const periodEnd = present.currentPeriodEndAt ?? Number.POSITIVE_INFINITY;
  return steps.reduce((at, step) => (step.at < periodEnd ? Math.max(at, step.at) : at), present.at as number);
}

function hasItem({ changes }: Draft): boolean {
  return (changes.at(-1)?.version ?? null) !== null;
}

function isSameVersion(a: ItemVersion | null, b: ItemVersion | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.price.priceId === b.price.priceId &&
    a.quantity === b.quantity &&
    isSameFraction(a.inclusiveTaxRate, b.inclusiveTaxRate) &&
    isSameFraction(a.billedMinor, b.billedMinor)
  );
}

function isSameFraction(a: Fraction | null, b: Fraction | null): boolean {
  return a === b || (a !== null && b !== null && compareFractions(a, b) === 0);
}
