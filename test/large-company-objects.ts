// The objects of a large made-up company: customers, a subscription each, and an invoice or two, as Stripe would list them.
type StripeObject = Readonly<Record<string, unknown>>;

const DAY = 86_400;
/** 2026-10-31T12:00:00Z, the last instant that anything tells of. */
const NOW = 1_793_448_000;
const MONTHS = 24;

const FIRST = 'Amber Birch Cobalt Dapple Ember Fable Gable Harbor Indigo Juniper Kestrel Lantern Marble Nimbus'.split(
  ' ',
);
const SECOND = 'Arch Bridge Creek Dale Field Grove Hill Isle Lake Meadow Mill Orchard Point Ridge Spring Vale'.split(
  ' ',
);
const KIND = 'Bakery Clinic Design Foods Games Labs Law Media Motors Press School Software Studio Textiles'.split(' ');
const COUNTRIES = 'US US US US DE DE FR GB GB JP NL CA ES IT SE'.split(' ');
const CURRENCIES = { DE: 'eur', FR: 'eur', NL: 'eur', ES: 'eur', IT: 'eur', GB: 'gbp', JP: 'jpy' } as Readonly<
  Record<string, string>
>;
const PLANS = [
  ['starter', 'Starter', 1_900],
  ['team', 'Team', 4_900],
  ['business', 'Business', 12_900],
  ['scale', 'Scale', 29_900],
  ['archive', 'Archive', 700],
] as const;
const STATUSES = [
  ...Array<string>(72).fill('active'),
  ...Array<string>(13).fill('canceled'),
  ...Array<string>(5).fill('trialing'),
  ...Array<string>(4).fill('past_due'),
  ...Array<string>(2).fill('paused'),
  ...Array<string>(4).fill('none'),
];

/** All objects in the order of an export: catalog, then customer by customer. */
export function* largeCompanyObjects(customers: number): Generator<StripeObject> {
  for (const [id, name] of PLANS)
    yield { id: `prod_${id}`, object: 'product', active: true, created: NOW - 900 * DAY, metadata: {}, name };
  for (const plan of PLANS)
    for (const currency of ['usd', 'eur', 'gbp', 'jpy'])
      for (const interval of ['month', 'year'] as const) yield priceOf(plan, currency, interval);
  for (let index = 0; index < customers; index += 1) yield* objectsOfCustomer(index);
}

/** Numbers from 0 to below `below`, the same for the same index and lane on every machine. */
function pick(index: number, lane: number, below: number): number {
  let mixed = Math.imul(index + 1, 0x9e37_79b1) ^ Math.imul(lane + 1, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
}

function of<T>(values: readonly T[], at: number): T {
  const value = values[at];
  if (value === undefined) throw new RangeError(`there is no entry ${at}`);
  return value;
}

function priceOf([plan, , cents]: (typeof PLANS)[number], currency: string, interval: 'month' | 'year'): StripeObject {
  const amount = cents * (interval === 'year' ? 10 : 1);
  return {
    id: `price_${plan}_${currency}_${interval}`,
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: NOW - 900 * DAY,
    currency,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: `prod_${plan}`,
    recurring: { interval, interval_count: 1, usage_type: 'licensed' },
    tax_behavior: 'exclusive',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: amount,
    unit_amount_decimal: String(amount),
  };
}

function* objectsOfCustomer(index: number): Generator<StripeObject> {
  const suffix = `${pick(index, 1, 36 ** 5)
    .toString(36)
    .padStart(5, '0')}${index.toString(36).padStart(5, '0')}`;
  const country = of(COUNTRIES, pick(index, 2, COUNTRIES.length));
  const currency = CURRENCIES[country] ?? 'usd';
  const status = of(STATUSES, pick(index, 3, STATUSES.length));
  const startAt = NOW - pick(index, 4, MONTHS * 30 * DAY) - DAY;
  const customer = `cus_${suffix}`;
  const name = [of(FIRST, pick(index, 5, FIRST.length)), of(SECOND, pick(index, 6, SECOND.length))].join('');
  yield {
    id: customer,
    object: 'customer',
    balance: 0,
    created: startAt,
    currency,
    delinquent: status === 'past_due',
    description: null,
    discount: null,
    email: `accounts.${index}@${name.toLowerCase()}.example`,
    metadata: {},
    name: `${name} ${of(KIND, pick(index, 7, KIND.length))} ${index}`,
    next_invoice_sequence: 2,
    phone: null,
    address:
      country === 'SE' ? null : { city: null, country, line1: null, line2: null, postal_code: null, state: null },
    tax_exempt: 'none',
  };
  if (status === 'none') return;
  yield* billedObjects({ index, suffix, customer, currency, status, startAt });
}

interface Billed {
  readonly index: number;
  readonly suffix: string;
  readonly customer: string;
  readonly currency: string;
  readonly status: string;
  readonly startAt: number;
}

function* billedObjects(of_: Billed): Generator<StripeObject> {
  const { index, suffix, customer, currency, status, startAt } = of_;
  const interval = pick(index, 8, 5) === 0 ? 'year' : 'month';
  const plan = of(PLANS, pick(index, 9, PLANS.length));
  const price = priceOf(plan, currency, interval);
  const quantity = 1 + pick(index, 10, 9);
  const length = (interval === 'year' ? 365 : 30) * DAY;
  const periodAt = startAt + Math.floor((NOW - startAt) / length) * length;
  const endedAt = status === 'canceled' ? Math.min(NOW, startAt + (1 + pick(index, 11, 400)) * DAY) : null;
  const item = {
    id: `si_${suffix}`,
    object: 'subscription_item',
    created: startAt,
    current_period_start: periodAt,
    current_period_end: periodAt + length,
    discounts: [],
    metadata: {},
    price,
    quantity,
    subscription: `sub_${suffix}`,
    tax_rates: [],
  };
  yield {
    id: `sub_${suffix}`,
    object: 'subscription',
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: endedAt,
    cancellation_details: { comment: null, feedback: null, reason: endedAt === null ? null : 'cancellation_requested' },
    collection_method: 'charge_automatically',
    created: startAt,
    currency,
    customer,
    discounts: [],
    ended_at: endedAt,
    items: { object: 'list', data: [item], has_more: false, url: '/v1/subscription_items' },
    latest_invoice: null,
    metadata: {},
    pause_collection: status === 'paused' ? { behavior: 'void', resumes_at: null } : null,
    schedule: null,
    start_date: startAt,
    status: status === 'paused' ? 'active' : status,
    trial_start: status === 'trialing' ? startAt : null,
    trial_end: status === 'trialing' ? NOW + 14 * DAY : null,
  };
  if (status === 'trialing') return;
  yield invoiceOf(of_, { ...item, number: 1, startAt, endAt: startAt + length, price });
  if (periodAt > startAt && (endedAt === null || periodAt < endedAt) && pick(index, 12, 2) === 0)
    yield invoiceOf(of_, { ...item, number: 2, startAt: periodAt, endAt: periodAt + length, price });
}

function invoiceOf(
  { suffix, customer, currency, status, index }: Billed,
  line: {
    readonly id: string;
    readonly number: number;
    readonly startAt: number;
    readonly endAt: number;
    readonly quantity: number;
    readonly price: StripeObject;
  },
): StripeObject {
  const unit = Number(line.price['unit_amount']);
  const amount = unit * line.quantity;
  const id = `in_${suffix}${line.number}`;
  const isPaid = !(status === 'past_due' && line.number === 2);
  return {
    id,
    object: 'invoice',
    amount_due: amount,
    amount_paid: isPaid ? amount : 0,
    amount_remaining: isPaid ? 0 : amount,
    attempt_count: 1,
    attempted: true,
    billing_reason: line.number === 1 ? 'subscription_create' : 'subscription_cycle',
    created: line.startAt,
    currency,
    customer,
    customer_address: null,
    customer_email: null,
    customer_name: null,
    discounts: [],
    due_date: null,
    effective_at: line.startAt,
    lines: { object: 'list', data: [lineOf(id, suffix, currency, line)], has_more: false, url: '/v1/lines' },
    metadata: {},
    number: `L${String(index).padStart(6, '0')}-${String(line.number).padStart(4, '0')}`,
    period_end: line.startAt,
    period_start: line.startAt,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { subscription: `sub_${suffix}` },
    },
    status: isPaid ? 'paid' : 'open',
    subtotal: amount,
    total: amount,
    total_taxes: [],
    status_transitions: {
      finalized_at: line.startAt + 10,
      marked_uncollectible_at: null,
      paid_at: isPaid ? line.startAt + 12 : null,
      voided_at: null,
    },
  };
}

function lineOf(
  invoice: string,
  suffix: string,
  currency: string,
  line: {
    readonly number: number;
    readonly startAt: number;
    readonly endAt: number;
    readonly quantity: number;
    readonly price: StripeObject;
  },
): StripeObject {
  const unit = Number(line.price['unit_amount']);
  return {
    id: `il_${suffix}${line.number}`,
    object: 'line_item',
    amount: unit * line.quantity,
    currency,
    description: null,
    discount_amounts: [],
    discounts: [],
    invoice,
    metadata: {},
    period: { start: line.startAt, end: line.endAt },
    quantity: line.quantity,
    subtotal: unit * line.quantity,
    taxes: [],
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        subscription: `sub_${suffix}`,
        subscription_item: `si_${suffix}`,
      },
    },
    pricing: {
      type: 'price_details',
      price_details: { price: line.price['id'], product: line.price['product'] },
      unit_amount_decimal: String(unit),
    },
  };
}
