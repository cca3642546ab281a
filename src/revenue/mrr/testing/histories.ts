// Random companies for property tests: prices in several currencies, customers, and subscriptions that change.
import * as fc from 'fast-check';
import { dayFromNumber, numberOfDay } from '../../../kernel/index.ts';
import type { CivilDay } from '../../../kernel/index.ts';
import type { PublishedRate } from '../../rates/index.ts';
import { currency } from '../../../kernel/index.ts';
import { type EventWriter, at, customerChange, priceChange } from './billing-script.ts';
import type { EventScript, PriceScript } from './billing-script.ts';
import type { BillingChange } from './billing-ledger.ts';

export const FIRST_DAY = '2024-01-01' as CivilDay;
const DAYS = 150;

/** Two plans in three currencies, one of them with a price for each period; odd amounts, so that rounding matters. */
export const PRICES: readonly PriceScript[] = [
  { priceId: 'usd_basic', productId: 'prod_basic', currency: 'USD', amountMinor: 1999 },
  { priceId: 'usd_basic_year', productId: 'prod_basic', currency: 'USD', amountMinor: 19_991, interval: 'year' },
  { priceId: 'usd_pro', productId: 'prod_pro', currency: 'USD', amountMinor: '4999.5' },
  { priceId: 'eur_basic', productId: 'prod_basic', currency: 'EUR', amountMinor: 1777, interval: 'year' },
  { priceId: 'eur_pro', productId: 'prod_pro', currency: 'EUR', amountMinor: 4333 },
  { priceId: 'jpy_pro', productId: 'prod_pro', currency: 'JPY', amountMinor: 7001, interval: 'year' },
];

export interface History {
  readonly customerId: string;
  readonly country: string | null;
  readonly events: readonly EventScript[];
}

const EUR_PRICES = PRICES.filter((price) => price.currency === 'EUR');
const JPY_PRICES = PRICES.filter((price) => price.currency === 'JPY');
const USD_PRICES = PRICES.filter((price) => price.currency === 'USD');

function events(customerId: string, subscriptionId: string): fc.Arbitrary<EventScript[]> {
  return fc
    .constantFrom(USD_PRICES, USD_PRICES, EUR_PRICES, JPY_PRICES)
    .chain((prices) => {
      const items = fc.array(
        fc.record({
          priceId: fc.constantFrom(...prices.map((price) => price.priceId)),
          quantity: fc.integer({ min: 1, max: 7 }),
        }),
        { minLength: 1, maxLength: 2 },
      );
      const step = fc.record({
        day: fc.integer({ min: 0, max: DAYS - 1 }),
        hour: fc.integer({ min: 0, max: 23 }),
        items,
      });
      return fc.record({
        steps: fc.uniqueArray(step, { minLength: 1, maxLength: 4, selector: ({ day, hour }) => day * 24 + hour }),
        isEnded: fc.boolean(),
        cancelsIn: fc.option(fc.integer({ min: 1, max: 40 })),
      });
    })
    .map(({ steps, isEnded, cancelsIn }) => {
      const inOrder = steps.sort((a, b) => a.day * 24 + a.hour - (b.day * 24 + b.hour));
      return inOrder.map((step, index): EventScript => {
        const isLast = index === inOrder.length - 1;
        const instant = at(dayFromNumber(numberOfDay(FIRST_DAY) + step.day)) + step.hour * 3600;
        return {
          eventId: `evt_${subscriptionId}_${index}`,
          customerId,
          subscriptionId,
          at: instant,
          items: step.items,
          isEnded: isEnded && isLast && index > 0,
          ...(isLast && cancelsIn !== null ? { cancelAt: instant + cancelsIn * 86_400 } : {}),
        };
      });
    });
}

/** Some customers, each with one to three subscriptions that need not share a currency. */
export const histories: fc.Arbitrary<History[]> = fc
  .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 })
  .chain((subscriptions) =>
    fc.tuple(
      ...subscriptions.map((count, index) => {
        const customerId = `cus_${index}`;
        return fc.record({
          customerId: fc.constant(customerId),
          country: fc.constantFrom('US', 'DE', null),
          events: fc
            .tuple(...Array.from({ length: count }, (_, at) => events(customerId, `sub_${index}_${at}`)))
            .map((all) => all.flat()),
        });
      }),
    ),
  );

/** Rates of every third day. */
export const RATES: readonly PublishedRate[] = Array.from({ length: 70 }, (_, index) => index * 3 - 20).flatMap(
  (day) => [
    {
      on: dayFromNumber(numberOfDay(FIRST_DAY) + day),
      base: currency('EUR'),
      quote: currency('USD'),
      rate: (1.05 + (day % 7) * 0.0113).toFixed(4),
    },
    {
      on: dayFromNumber(numberOfDay(FIRST_DAY) + day),
      base: currency('EUR'),
      quote: currency('JPY'),
      rate: (158 + (day % 11) * 0.77).toFixed(3),
    },
  ],
);

/** Everything that a company's histories bring, one change each, in the order of time. */
export function changesOf(company: readonly History[]): ((writer: EventWriter) => BillingChange)[] {
  const start = at(FIRST_DAY);
  return [
    ...PRICES.map((price) => () => priceChange(price, start)),
    ...company.map(
      ({ customerId, country }) =>
        () =>
          customerChange({ customerId, country, name: `Name of ${customerId}` }, start),
    ),
    ...company
      .flatMap(({ events: own }) => own)
      .sort((a, b) => a.at - b.at)
      .map((event) => (writer: EventWriter) => {
        const first = company
          .flatMap(({ events: own }) => own)
          .filter((other) => other.subscriptionId === event.subscriptionId)
          .reduce((least, other) => Math.min(least, other.at), event.at);
        return writer.change(event, first);
      }),
  ];
}
