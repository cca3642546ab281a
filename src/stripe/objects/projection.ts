// Facts from Stripe → rows of the billing tables: of each object the greatest observation, whatever the order they came in.
import { catalogTables } from '../../billing/catalog/index.ts';
import { customerErasedKind, customerTables, eraseCustomers } from '../../billing/customers/index.ts';
import { discountTables, writePromotionCodes } from '../../billing/discounts/index.ts';
import { invoicingTables, writeCreditNotes } from '../../billing/invoicing/index.ts';
import { paymentTables, writePayments } from '../../billing/payments/index.ts';
import {
  type SubscriptionStateRow,
  subscriptionTables,
  writeSchedules,
  writeSubscriptions,
  writeSubscriptionStates,
} from '../../billing/subscriptions/index.ts';
import { taxTables, writeTaxRates } from '../../billing/tax/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { Fact, Projection, ProjectionContext } from '../../ledger/index.ts';
import { type Candidates, consider } from './candidates.ts';
import { addPlain, noPlainChanges, type Standing } from './changes.ts';
import { stripeEventKind, stripeObjectKind } from './facts.ts';
import { applyCoupons, applyCustomers, applyDiscounts, applyPrices, applyProducts } from './joined.ts';
import { applyInvoiceItems, applyInvoices } from './joined-invoices.ts';
import { contentOfObservation, readFact, type Reading } from './observations.ts';
import { type Standings, standingsOf } from './standings.ts';
import { stripeCoverageTable, stripeImportsTable, stripeObjectsTable } from './tables.ts';
import { RANK, rankOf } from './version-key.ts';

/** Keeps the billing tables and what was observed of each Stripe object. */
export const stripeObjectsProjection: Projection = {
  name: 'stripe/objects',
  version: 2,
  tables: [
    stripeObjectsTable,
    stripeCoverageTable,
    stripeImportsTable,
    ...customerTables,
    ...catalogTables,
    ...discountTables,
    ...subscriptionTables,
    ...invoicingTables,
    ...paymentTables,
    ...taxTables,
  ],
  kinds: [stripeObjectKind.kind, stripeEventKind.kind, customerErasedKind.kind],
  apply,
  async erase(_person, facts, context) {
    await eraseCustomers(context.write, facts);
  },
};

async function apply(facts: readonly Fact[], context: ProjectionContext): Promise<void> {
  const candidates: Candidates = new Map();
  const states = new Map<string, SubscriptionStateRow>();
  const added = new Map<string, number>();
  const latest = new Map<string, number>();
  const erasures: Fact[] = [];
  for (const fact of facts) {
    if (fact.kind === customerErasedKind.kind) {
      erasures.push(fact);
      continue;
    }
    const reading = readStored(fact);
    added.set(reading.type, (added.get(reading.type) ?? 0) + 1);
    for (const observation of reading.observations) {
      consider(candidates, observation, fact.seq);
      if (observation.rank >= RANK.wholePlan)
        latest.set(observation.type, Math.max(latest.get(observation.type) ?? 0, observation.asOfAt));
    }
    keepState(states, candidates, reading, fact.seq);
  }
  if (added.size > 0) {
    const standings = await standingsOf(context.write, candidates);
    const hasStandalone = await writeCoverage(context, latest, standings);
    await writeStandings(context, standings, states, hasStandalone);
    const rows = [...added].map(([type, count]) => ({ batch: context.batch, type, added: count }));
    await context.write.addToRows(stripeImportsTable, rows, ['added']);
  }
  if (erasures.length > 0) await eraseCustomers(context.write, erasures);
}

/** A stored fact that a later, stricter version can no longer read stays a fact and makes no rows. */
function readStored(fact: Fact): Reading {
  try {
    return readFact(fact);
  } catch (cause) {
    if (!(cause instanceof CountinghouseError)) throw cause;
    return { type: fact.kind, observations: [], state: null };
  }
}

/** Of one event given in several shapes, the greatest one tells the state. */
function keepState(
  states: Map<string, SubscriptionStateRow>,
  candidates: Candidates,
  reading: Reading,
  seq: number,
): void {
  if (reading.state === null) return;
  const event = candidates.get('event')?.get(reading.state.event_id);
  if (event?.seq === seq) states.set(reading.state.event_id, reading.state);
}

async function writeStandings(
  context: ProjectionContext,
  standings: Standings,
  states: ReadonlyMap<string, SubscriptionStateRow>,
  hasStandalone: boolean,
): Promise<void> {
  const { write } = context;
  if (standings.rows.length > 0) await write.upsertRows(stripeObjectsTable, standings.rows);
  const of = (type: string): readonly Standing[] => standings.byType.get(type) ?? [];
  const plain = noPlainChanges();
  for (const list of standings.byType.values()) for (const standing of list) addWinner(plain, standing);
  if (of('customer').length > 0) await applyCustomers(context, of('customer'));
  if (of('product').length > 0) await applyProducts(context, of('product'));
  if (of('price').length > 0) await applyPrices(context, of('price'));
  if (of('coupon').length > 0) await applyCoupons(context, of('coupon'));
  if (of('discount').length > 0) await applyDiscounts(context, of('discount'));
  if (of('invoice').length > 0 || of('line_item').length > 0) {
    await applyInvoices(context, of('invoice'), of('line_item'), hasStandalone);
  }
  if (of('invoiceitem').length > 0) await applyInvoiceItems(context, of('invoiceitem'));
  await writeSubscriptions(write, plain.subscriptions, plain.subscriptionItems, plain.replacedSubscriptionIds);
  await writeSchedules(write, plain.schedules);
  await writePromotionCodes(write, plain.promotionCodes);
  await writeCreditNotes(write, plain.creditNotes);
  await writePayments(write, plain.payments);
  await writeTaxRates(write, plain.taxRates);
  const wonStates = of('event').flatMap(({ candidate, isWinner }) =>
    isWinner ? (states.get(candidate.id) ?? []) : [],
  );
  await writeSubscriptionStates(write, wonStates);
  for (const row of plain.subscriptions) context.touch('customer_billing', row.customer_id);
  for (const row of plain.schedules) context.touch('customer_billing', row.customer_id);
  for (const row of wonStates) context.touch('customer_billing', row.customer_id);
}

function addWinner(plain: ReturnType<typeof noPlainChanges>, standing: Standing): void {
  const { best } = standing.candidate;
  if (!standing.isWinner || best === null) return;
  const content = contentOfObservation(best);
  if (content !== null) addPlain(plain, standing, content);
}

/** Brings `stripe_coverage` up to date; returns whether any invoice line ever came by itself. */
async function writeCoverage(
  { write }: ProjectionContext,
  latest: ReadonlyMap<string, number>,
  standings: Standings,
): Promise<boolean> {
  const types = [...latest.keys()];
  const stored = new Map(
    (await write.selectRows(stripeCoverageTable, 'type', [...types, 'line_item'])).map((row) => [row.type, row]),
  );
  const rows = types.flatMap((type) => {
    const before = stored.get(type) ?? { type, latest_as_of_at: 0, observed: 0 };
    const fresh = (standings.byType.get(type) ?? []).filter(isNewlyObserved).length;
    const latestAsOfAt = Math.max(before.latest_as_of_at, latest.get(type) ?? 0);
    if (latestAsOfAt === before.latest_as_of_at && fresh === 0) return [];
    return [{ type, latest_as_of_at: latestAsOfAt, observed: before.observed + fresh }];
  });
  if (rows.length > 0) await write.upsertRows(stripeCoverageTable, rows);
  return stored.has('line_item') || latest.has('line_item');
}

/** The first time an object is seen by itself or in an event, alive or deleted. */
function isNewlyObserved({ candidate, stored }: Standing): boolean {
  const { best } = candidate;
  const isNow = candidate.isDeleted || (best !== null && best.rank >= RANK.wholePlan);
  return isNow && (stored === null || (stored.is_deleted === 0 && rankOf(stored.version_key) < RANK.wholePlan));
}
