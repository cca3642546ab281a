// Scripted customers: intervals, quantities, upgrades and downgrades, add-ons, usage, negotiated terms, several subscriptions.
import { negotiatedPrice } from '../price-list.ts';
import { endSubscription } from '../simulator/changes.ts';
import { invoiceOnce } from '../simulator/cash.ts';
import { touch } from '../simulator/customer.ts';
import { changeFirstItem, changeItems, cancelAtPeriodEnd } from '../simulator/alterations.ts';
import { createSubscription } from '../simulator/subscriptions.ts';
import type { Script } from './script.ts';

export const PLAN_SCRIPTS: readonly Script[] = [
  {
    shows: {
      annual_plan: 'a yearly price, renewed once: a twelfth of it counts a month',
      pound_vat: 'a customer in GBP with VAT on top',
    },
    country: 'GB',
    begins: [14, 6],
    play: (scene) => scene.on(14, 6, 10, (at) => scene.subscribe(at, 'pro_annual')),
  },
  {
    shows: { quarterly_plan: 'a price for three months: a third of it counts a month' },
    begins: [13, 17],
    play: (scene) => scene.on(13, 17, 10, (at) => scene.subscribe(at, 'pro_quarterly')),
  },
  {
    shows: { quantities: 'seats raised and lowered in the middle of billing periods' },
    begins: [12, 4],
    play(scene) {
      scene.on(12, 4, 10, (at) => scene.subscribe(at, 'pro_monthly', 12));
      scene.on(9, 16, 14, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('pro_monthly'), 17, { prorate: 'now' }),
      );
      scene.on(5, 21, 11, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('pro_monthly'), 9, { prorate: 'later' }),
      );
    },
  },
  {
    shows: { upgrade_mid_month: 'Starter to Pro on the 14th, the difference billed at once' },
    begins: [10, 3],
    play(scene) {
      scene.on(10, 3, 10, (at) => scene.subscribe(at, 'starter_monthly'));
      scene.on(6, 14, 15, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('pro_monthly'), 1, { prorate: 'now' }),
      );
    },
  },
  {
    shows: { downgrade_mid_month: 'Pro to Starter on the 19th, the credit on the next invoice' },
    begins: [11, 8],
    play(scene) {
      scene.on(11, 8, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(4, 19, 16, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('starter_monthly'), 1, { prorate: 'later' }),
      );
    },
  },
  {
    shows: {
      monthly_to_annual: 'a change of interval, which begins a new billing period at once',
      euro_vat: 'a customer in EUR with VAT on top',
    },
    country: 'DE',
    begins: [12, 11],
    play(scene) {
      scene.on(12, 11, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(7, 20, 13, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('pro_annual'), 1, { prorate: 'now' }),
      );
    },
  },
  {
    shows: {
      annual_to_monthly: 'the unused part of a year becomes customer balance, which pays the months after',
      reverse_charge: 'a business in the EU that accounts for the tax itself',
    },
    country: 'FR',
    traits: { isReverseCharged: true },
    begins: [8, 5],
    play(scene) {
      scene.on(8, 5, 10, (at) => scene.subscribe(at, 'pro_annual'));
      scene.on(5, 25, 12, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('starter_monthly'), 1, { prorate: 'now' }),
      );
    },
  },
  {
    shows: {
      add_on_added_and_removed: 'an item comes to the subscription and leaves it',
      package_price: 'sold in packs of ten, a begun pack counts whole',
    },
    begins: [10, 9],
    play(scene) {
      const pro = { price: scene.price('pro_monthly'), quantity: 2 };
      scene.on(10, 9, 10, (at) => scene.subscribe(at, 'pro_monthly', 2));
      scene.on(7, 22, 10, (at) =>
        changeItems(scene.subscription(), at, [pro, { price: scene.price('extra_sources_monthly'), quantity: 34 }], {
          prorate: 'now',
        }),
      );
      scene.on(3, 15, 10, (at) => changeItems(scene.subscription(), at, [pro], { prorate: 'later' }));
    },
  },
  {
    shows: {
      graduated_price: 'bands of a graduated price billed as lines of their own',
      volume_price: 'the whole number at the price of its band',
    },
    begins: [9, 12],
    play(scene) {
      scene.on(9, 12, 10, (at) =>
        createSubscription(scene.customer, at, {
          items: [
            { price: scene.price('enterprise_monthly') },
            { price: scene.price('extra_storage_monthly'), quantity: 8 },
            { price: scene.price('archive_seats_monthly'), quantity: 14 },
          ],
        }),
      );
    },
  },
  {
    shows: { metered_usage: 'usage billed after the month beside a base fee that counts alone' },
    begins: [9, 2],
    play: (scene) =>
      scene.on(9, 2, 10, (at) =>
        createSubscription(scene.customer, at, {
          items: [{ price: scene.price('pro_monthly') }, { price: scene.price('api_overage_monthly') }],
        }),
      ),
  },
  {
    shows: {
      negotiated_price: 'a price made for one customer, invoiced, paid by bank transfer',
      one_off_charge: 'onboarding sold once, which is no MRR',
    },
    begins: [11, 1],
    play(scene) {
      const { customer } = scene;
      scene.on(11, 1, 9, (at) => invoiceOnce(customer, at, scene.price('onboarding_once')), 30);
      scene.on(11, 2, 10, (at) => {
        const price = negotiatedPrice(
          scene.price('enterprise_monthly'),
          `price_1${customer.random.letters(23)}`,
          149_500,
          'Negotiated: 25 seats',
          at - 600,
        );
        touch(customer, price.id, () => price.wire);
        createSubscription(customer, at, { items: [{ price }], isInvoiced: true });
      });
    },
  },
  {
    shows: { several_subscriptions: 'two subscriptions of one customer; losing one of them is contraction' },
    begins: [10, 14],
    play(scene) {
      scene.on(10, 14, 10, (at) => scene.subscribe(at, 'enterprise_monthly'));
      scene.on(9, 3, 10, (at) => scene.subscribe(at, 'starter_monthly', 3));
      scene.on(4, 9, 17, (at) => endSubscription(scene.subscription(1), at, 'cancellation_requested'));
    },
  },
  {
    shows: { yen_inclusive: 'a customer in JPY, whose prices contain the tax and have no decimals' },
    country: 'JP',
    begins: [12, 20],
    play(scene) {
      scene.on(12, 20, 21, (at) => scene.subscribe(at, 'pro_monthly', 2));
      scene.on(6, 11, 22, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('pro_monthly'), 5, { prorate: 'now' }),
      );
    },
  },
  {
    shows: { non_profit: 'a verified non-profit at its own price, exempt from tax' },
    traits: { isNonprofit: true },
    begins: [9, 24],
    play: (scene) =>
      scene.on(9, 24, 10, (at) =>
        scene.subscribe(at, 'pro_nonprofit_monthly', 3, { metadata: { nonprofit_verified_on: '2026-01-20' } }),
      ),
  },
  {
    shows: { cancel_at_period_end: 'counts until the day it ends, then voluntary churn' },
    begins: [8, 13],
    play(scene) {
      scene.on(8, 13, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(3, 20, 10, (at) => cancelAtPeriodEnd(scene.subscription(), at, 'too_expensive'));
    },
  },
];
