// Reads some customers again: their spans, the movements these imply, and what that changes.
import type { Currency, Month, TimeZone } from '../../../kernel/index.ts';
import { monthOfDay } from '../../../kernel/index.ts';
import type { CivilDay } from '../../../kernel/index.ts';
import type { ProjectionContext, RowOf, WriteHandle } from '../../../ledger/index.ts';
import { COUNTINGHOUSE_POLICY } from '../policy.ts';
import { RollupSums, addActivity, addAmounts, firstPositiveOn, movementsByCustomer, netOf } from '../rollups/index.ts';
import type { Convert, NetMovement } from '../rollups/index.ts';
import { spansOf } from '../rules/index.ts';
import type { Span } from '../rules/index.ts';
import { mrrAwaitedPrices, mrrCustomers, mrrMovements, mrrSpans } from '../tables.ts';
import type { SpanRecord } from '../tables.ts';
import { conversionOf } from './conversion.ts';
import { differencesOf } from './differences.ts';
import { assembleEvidence } from './evidence/assemble.ts';
import type { Assembly } from './evidence/assemble.ts';
import { loadBilling } from './evidence/load.ts';
import type { BillingRecords } from './evidence/load.ts';
import { appendRows } from './movement-rows.ts';
import { writeStandings } from './standings/index.ts';
import type { Stander } from './standings/index.ts';
import { addSums } from './write-rollups.ts';

export interface SettleTerms {
  readonly zone: TimeZone;
  readonly reportingCurrency: Currency;
  readonly through: CivilDay;
  readonly firstOpenDay: CivilDay | null;
}

type CustomerState = RowOf<typeof mrrCustomers>;

/** What reading a customer again comes to. */
interface Reading extends Stander {
  readonly spans: readonly Span[];
  readonly before: CustomerState | null;
  readonly after: CustomerState;
  readonly stored: readonly NetMovement[];
  readonly differences: readonly NetMovement[];
}

/** Reads the customers again and writes spans, differences, rollups and where each customer stands. */
export async function settleCustomers(
  context: ProjectionContext,
  customerIds: readonly string[],
  terms: SettleTerms,
): Promise<void> {
  const { write } = context;
  const readings = await readAgain(write, customerIds, terms);
  await write.deleteRows(mrrSpans, 'customer_id', customerIds);
  await write.insertRows(
    mrrSpans,
    readings.flatMap(({ customerId, spans }) => spans.map((span) => spanRecord(customerId, span))),
  );
  await appendRows(context, readings);
  await rollUp(write, readings, terms);
  await write.upsertRows(
    mrrCustomers,
    readings.filter(hasMoved).map(({ after }) => after),
  );
  await writeStandings(write, readings, { into: terms.reportingCurrency, through: terms.through });
}

async function readAgain(write: WriteHandle, customerIds: readonly string[], terms: SettleTerms): Promise<Reading[]> {
  const billing = await loadBilling(write, customerIds);
  await awaitPrices(write, customerIds, billing);
  const assembly: Assembly = { billing, prices: new Map() };
  const states = new Map(
    (await write.selectRows(mrrCustomers, 'customer_id', customerIds)).map((row) => [row.customer_id, row]),
  );
  const storedRows = movementsByCustomer(await write.selectRows(mrrMovements, 'customer_id', customerIds));
  const planOf = (priceId: string) => {
    const price = billing.prices.get(priceId);
    return price === undefined ? null : (price.product_id ?? priceId);
  };
  return customerIds.map((customerId) => {
    const spans = spansOf(assembleEvidence(assembly, customerId), COUNTINGHOUSE_POLICY, terms.zone);
    const stored = netOf(storedRows.get(customerId) ?? []);
    const differences = differencesOf({
      spans,
      stored,
      firstOpenDay: terms.firstOpenDay,
      policy: COUNTINGHOUSE_POLICY,
      planOf,
    });
    const nets = differences.length === 0 ? stored : netOf([...stored, ...differences]);
    const country = billing.customers.get(customerId)?.country ?? '';
    const before = states.get(customerId) ?? null;
    return {
      customerId,
      customer: billing.customers.get(customerId) ?? null,
      subscriptions: (billing.subscriptions.get(customerId) ?? []).map(({ row }) => row),
      spans,
      before,
      after: stateOf(customerId, country, nets, terms.through),
      stored,
      differences,
      nets,
    };
  });
}

/** Notes whose figures a price will change once the catalog holds it. */
async function awaitPrices(write: WriteHandle, customerIds: readonly string[], billing: BillingRecords): Promise<void> {
  await write.deleteRows(mrrAwaitedPrices, 'customer_id', customerIds);
  await write.insertRows(
    mrrAwaitedPrices,
    [...billing.pricesNamed].flatMap(([customer_id, ids]) =>
      [...ids].filter((id) => !billing.prices.has(id)).map((price_id) => ({ price_id, customer_id })),
    ),
  );
}

/** Where a customer stands with the rollups. */
export function stateOf(
  customerId: string,
  country: string,
  nets: readonly NetMovement[],
  through: CivilDay,
): CustomerState {
  const due = nets.filter((net) => net.effectiveOn <= through);
  const positiveOn = firstPositiveOn(due);
  return {
    customer_id: customerId,
    country,
    rolled_on: due.at(-1)?.effectiveOn ?? null,
    first_positive_on: positiveOn,
    cohort_month: positiveOn === null ? null : (monthOfDay(positiveOn) satisfies Month),
  };
}

function hasMoved({ before, after }: Reading): boolean {
  return (
    before === null ||
    before.country !== after.country ||
    before.rolled_on !== after.rolled_on ||
    before.first_positive_on !== after.first_positive_on
  );
}

async function rollUp(
  write: WriteHandle,
  readings: readonly Reading[],
  { reportingCurrency }: SettleTerms,
): Promise<void> {
  const moved = readings.filter((reading) => reading.differences.length > 0 || hasMoved(reading));
  const convert = await conversionOf(
    write,
    reportingCurrency,
    moved.flatMap(({ stored, nets }) => [...stored, ...nets]),
  );
  const sums = new RollupSums();
  let hasTakenBack = false;
  for (const { stored, before, nets, after } of moved) {
    if (before !== null && before.rolled_on !== null) {
      hasTakenBack = true;
      add(sums, stored, before, convert, -1);
    }
    add(sums, nets, after, convert, 1);
  }
  await addSums(write, sums, hasTakenBack);
}

function add(
  sums: RollupSums,
  nets: readonly NetMovement[],
  state: CustomerState,
  convert: Convert,
  times: 1 | -1,
): void {
  const until = state.rolled_on;
  if (until === null) return;
  const due = nets.filter((net) => net.effectiveOn <= until);
  addAmounts(sums, due, state.country, convert, times);
  addActivity(sums, due, state.country, times);
}

function spanRecord(customerId: string, span: Span): SpanRecord {
  return {
    customer_id: customerId,
    subscription_id: span.subscriptionId,
    item_id: span.itemId,
    starts_on: span.startsOn,
    price_id: span.priceId,
    product_id: span.productId,
    currency: span.currency,
    ends_on: span.endsOn,
    amount_mrr: span.amount,
    quantity: span.quantity,
    start_reason: span.startReason,
    end_reason: span.endReason,
    evidence_id: span.evidenceId,
  };
}
