// A simulated customer's queue of things to happen, and the list of what changed since the last delivery.
import { inventCompany } from '../people.ts';
import { Random } from '../random.ts';
import { taxRateAt } from '../tax.ts';
import { customerObject } from '../objects/customer-object.ts';
import type { SampleObject } from '../wire.ts';
import type { Card, Customer, World } from './state.ts';

export interface CustomerTraits {
  readonly country: string;
  readonly createdAt: number;
  readonly isNonprofit?: boolean;
  /** A business in another EU country, which accounts for the tax itself. */
  readonly isReverseCharged?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
}

const CUSTOMER_STREAM = 21;
const CURRENCIES: Readonly<Record<string, string>> = {
  DE: 'eur',
  FR: 'eur',
  NL: 'eur',
  ES: 'eur',
  AT: 'eur',
  IE: 'eur',
  GB: 'gbp',
  JP: 'jpy',
};

/** A new customer; the number makes its stream of chance its own. */
export function newCustomer(world: World, seed: number, number: number, traits: CustomerTraits): Customer {
  const random = new Random(seed, CUSTOMER_STREAM, number);
  const company = inventCompany(random, traits.country, number, traits.isNonprofit === true);
  const isReversed = traits.isReverseCharged === true;
  const isExempt = traits.isNonprofit === true;
  const customer: Customer = {
    world,
    random,
    id: `cus_${random.letters(14)}`,
    metadata: { ...traits.metadata },
    createdAt: traits.createdAt,
    ...company,
    currency: CURRENCIES[traits.country] ?? 'usd',
    taxExempt: isExempt ? 'exempt' : isReversed ? 'reverse' : 'none',
    taxRate: taxRateAt(world.taxRates, company.address.country, company.address.state),
    card: newCard(random),
    invoicePrefix: random.letters(8).toUpperCase(),
    nextInvoiceNumber: 1,
    balanceMinor: 0,
    isDelinquent: false,
    isDeleted: false,
    discount: null,
    subscriptions: [],
    latestPaid: null,
    latestInvoice: null,
    declinesAhead: 0,
    declineCode: 'card_declined',
    dunningEnds: 'canceled',
    tasks: [],
    changed: new Map(),
    events: [],
  };
  schedule(customer, traits.createdAt, () => touchCustomer(customer));
  return customer;
}

/** Puts a task into the queue, after those of the same time. */
export function schedule(customer: Customer, at: number, play: (at: number) => void): void {
  const { tasks } = customer;
  let index = tasks.length;
  while (index > 0 && (tasks[index - 1]?.at ?? 0) > at) index -= 1;
  tasks.splice(index, 0, { at, play });
}

/** Plays everything that lies before the instant, in order of time. */
export function playUntil(customer: Customer, endAt: number): void {
  for (let task = customer.tasks[0]; task !== undefined && task.at < endAt; task = customer.tasks[0]) {
    customer.tasks.shift();
    if (!customer.isDeleted) task.play(task.at);
  }
}

/** Notes that an object was created or changed; it is rendered as it stands when its month ends. */
export function touch(customer: Customer, id: string, render: () => SampleObject): void {
  if (!customer.changed.has(id)) customer.changed.set(id, render);
}

export function touchCustomer(customer: Customer): void {
  touch(customer, customer.id, () => customerObject(customer));
}

/** What changed since the last call, as it is now, and the events about it. */
export function takeChanged(customer: Customer): SampleObject[] {
  const objects: SampleObject[] = [];
  for (const render of customer.changed.values()) objects.push(render());
  objects.push(...customer.events.filter((event) => event.created >= customer.world.eventsFrom));
  customer.changed.clear();
  customer.events = [];
  return objects;
}

function newCard(random: Random): Card {
  return {
    id: `pm_1${random.letters(23)}`,
    brand: random.weighted([
      ['visa', 55],
      ['mastercard', 35],
      ['amex', 10],
    ] as const),
    last4: String(1_000 + random.below(9_000)),
    expMonth: random.between(1, 12),
    expYear: random.between(2027, 2031),
    fingerprint: random.letters(16),
  };
}
