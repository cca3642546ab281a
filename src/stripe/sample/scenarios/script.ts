// How a scripted customer is written down: what it shows, where it is, when it begins and what happens to it.
import { known } from '../../../kernel/index.ts';
import { monthsBack } from '../calendar.ts';
import { newCustomer, schedule, type CustomerTraits } from '../simulator/customer.ts';
import { createSubscription, type NewSubscription } from '../simulator/subscriptions.ts';
import type { PriceOnSale } from '../price-list.ts';
import type { Customer, Invoice, Charge, Subscription, World } from '../simulator/state.ts';

/** One customer whose life is fixed, whatever the seed; months are counted back from the last one, which is 0. */
export interface Script {
  /** The name of each awkward case in this life → what it shows. */
  readonly shows: Readonly<Record<string, string>>;
  readonly traits?: Omit<CustomerTraits, 'createdAt' | 'metadata' | 'country'>;
  /** United States by default. */
  readonly country?: string;
  /** Months back and day on which the customer is created, at nine in New York. */
  readonly begins: readonly [number, number];
  /** Its objects are delivered from this month (counted back) on, all that came before with it. */
  readonly learnedBack?: number;
  play(scene: Scene): void;
}

export class Scene {
  readonly customer: Customer;

  constructor(customer: Customer) {
    this.customer = customer;
  }

  /** The list price of that key in the customer's currency: `pro_monthly` is `pro_monthly_eur` for who pays in euros. */
  price(key: string): PriceOnSale {
    return priceFor(this.customer, key);
  }

  /** Has something happen so many months back, on that day and hour in New York. */
  on(back: number, day: number, hour: number, play: (at: number) => void, minute = 0): void {
    schedule(this.customer, monthsBack(back, day, hour, minute), play);
  }

  subscribe(at: number, key: string, quantity = 1, more: Partial<NewSubscription> = {}): Subscription {
    return createSubscription(this.customer, at, { items: [{ price: this.price(key), quantity }], ...more });
  }

  /** The customer's subscription number `index`, in order of beginning. */
  subscription(index = 0): Subscription {
    return known(this.customer.subscriptions[index], `subscription ${index} of ${this.customer.id}`);
  }

  latestInvoice(): Invoice {
    return known(this.customer.latestInvoice, `a finalized invoice of ${this.customer.id}`);
  }

  latestPaid(): { readonly invoice: Invoice; readonly charge: Charge } {
    return known(this.customer.latestPaid, `a paid invoice of ${this.customer.id}`);
  }
}

export function priceFor(customer: Customer, key: string): PriceOnSale {
  const name = customer.currency === 'usd' ? key : `${key}_${customer.currency}`;
  return known(customer.world.prices.prices.get(name), `price ${name}`);
}

/** The customer of a script, with its life ahead of it. */
export function enact(world: World, seed: number, number: number, script: Script): Customer {
  const [back, day] = script.begins;
  const customer = newCustomer(world, seed, number, {
    ...script.traits,
    country: script.country ?? 'US',
    createdAt: monthsBack(back, day, 9),
    metadata: { sample_scenarios: Object.keys(script.shows).join(' ') },
  });
  script.play(new Scene(customer));
  return customer;
}
