// The differences between what a customer's spans imply and what the log of movements says.
import type { CivilDay } from '../../../kernel/index.ts';
import type { MrrPolicy } from '../policy.ts';
import { movementKey, seriesOf } from '../rollups/index.ts';
import type { NetMovement, SeriesTag } from '../rollups/index.ts';
import { movementsOf, reportedMovements } from '../rules/index.ts';
import type { Movement, ReportedMovement, Span } from '../rules/index.ts';
import { mrr } from '../../../kernel/index.ts';

export interface DifferencesInput {
  readonly spans: readonly Span[];
  /** Net movements as stored, in order of day. */
  readonly stored: readonly NetMovement[];
  /** First day of the first open month; null while every month is open. */
  readonly firstOpenDay: CivilDay | null;
  readonly policy: MrrPolicy;
  /** The plan of a price as the catalog has it now, or the price itself. */
  readonly planOf: (priceId: string) => string | null;
}

/** What to append so that each series says what it should: tagged `both` where both series change alike. */
export function differencesOf(input: DifferencesInput): NetMovement[] {
  const economic = movementsOf(input.spans, input.policy).map((movement) => labelled(movement, 'economic', input));
  const isPlain = input.stored.every((net) => net.series === 'both');
  if (input.firstOpenDay === null && isPlain) {
    return input.stored.length === 0
      ? economic.map((net) => tagged(net, 'both'))
      : [...changes(economic, input.stored, 'both').values()];
  }
  const ofEconomic = changes(economic, seriesOf(input.stored, 'economic'), 'economic');
  const storedReported = seriesOf(input.stored, 'reported');
  const ofReported = changes(reportedTarget(input, storedReported, economic), storedReported, 'reported');
  return merged(ofEconomic, ofReported);
}

function reportedTarget(
  input: DifferencesInput,
  stored: readonly NetMovement[],
  economic: readonly NetMovement[],
): NetMovement[] {
  const { firstOpenDay, spans, policy } = input;
  if (firstOpenDay === null) return economic.map((net) => tagged(net, 'reported'));
  const frozen = stored.filter((net) => net.effectiveOn < firstOpenDay);
  const open = reportedMovements(frozen.map(asMovement), spans, firstOpenDay, policy);
  return [
    ...frozen.map((net) => ({ ...net, planId: input.planOf(net.priceId) ?? net.planId })),
    ...open.map((movement) => labelled(movement, 'reported', input)),
  ];
}

function asMovement(net: NetMovement): ReportedMovement {
  return {
    effectiveOn: net.effectiveOn,
    priceId: net.priceId,
    currency: net.currency,
    kind: net.kind,
    amount: mrr(net.amount),
    reason: net.reason,
    originOn: net.originOn,
  };
}

function labelled(movement: Movement | ReportedMovement, series: SeriesTag, input: DifferencesInput): NetMovement {
  return {
    effectiveOn: movement.effectiveOn,
    priceId: movement.priceId,
    planId: input.planOf(movement.priceId) ?? movement.priceId,
    currency: movement.currency,
    kind: movement.kind,
    reason: movement.reason,
    originOn: 'originOn' in movement ? movement.originOn : null,
    series,
    amount: movement.amount,
  };
}

/** Target less stored, by key; what is equal is left out. */
function changes(
  target: readonly NetMovement[],
  stored: readonly NetMovement[],
  series: SeriesTag,
): Map<string, NetMovement> {
  const byKey = new Map<string, NetMovement>();
  for (const net of target) add(net, net.amount);
  for (const net of stored) add(net, -net.amount);
  for (const [key, net] of byKey) if (net.amount === 0n) byKey.delete(key);
  return byKey;
  function add(net: NetMovement, amount: bigint): void {
    const key = movementKey(net);
    byKey.set(key, { ...net, series, amount: (byKey.get(key)?.amount ?? 0n) + amount });
  }
}

function merged(economic: ReadonlyMap<string, NetMovement>, reported: ReadonlyMap<string, NetMovement>): NetMovement[] {
  const all: NetMovement[] = [];
  for (const [key, net] of economic) {
    all.push(reported.get(key)?.amount === net.amount ? tagged(net, 'both') : net);
  }
  for (const [key, net] of reported) if (economic.get(key)?.amount !== net.amount) all.push(net);
  return all;
}

function tagged(net: NetMovement, series: SeriesTag): NetMovement {
  return { ...net, series };
}
