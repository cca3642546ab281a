// Scripted customers: every kind of coupon, and trials that convert, end, pause or fail.
import type { CouponKey } from '../coupons.ts';
import { applyCoupon, applyCouponToCustomer, cancelAtPeriodEnd, changeFirstItem } from '../simulator/alterations.ts';
import { newDiscount } from '../simulator/discounts.ts';
import { createSubscription, resumeWithCard, type NewSubscription } from '../simulator/subscriptions.ts';
import type { Scene, Script } from './script.ts';

/** Terms of a subscription that begins with these coupons. */
function withCoupons(scene: Scene, ...keys: readonly CouponKey[]): Partial<NewSubscription> {
  const byCode = keys.some((key) => scene.customer.world.coupons.promotionCode(key) !== null);
  return {
    discounts: (subscription) =>
      keys.map((key) => newDiscount(scene.customer, key, subscription.createdAt, { subscription, byCode })),
  };
}

export const COUPON_SCRIPTS: readonly Script[] = [
  {
    shows: { coupon_percent_forever: '20 % off always: subtracted' },
    begins: [9, 7],
    play: (scene) =>
      scene.on(9, 7, 10, (at) => scene.subscribe(at, 'pro_monthly', 1, withCoupons(scene, 'loyal_20_forever'))),
  },
  {
    shows: { coupon_fixed_forever: '5 dollars off always, spread over two items in proportion' },
    begins: [9, 10],
    play: (scene) =>
      scene.on(9, 10, 10, (at) =>
        createSubscription(scene.customer, at, {
          items: [{ price: scene.price('pro_monthly') }, { price: scene.price('extra_storage_monthly'), quantity: 2 }],
          ...withCoupons(scene, 'five_off_forever'),
        }),
      ),
  },
  {
    shows: {
      coupon_repeating: 'three months of 25 % off by a code: subtracted while in force, its end is an expansion',
      promotion_code: 'a discount that came by a code',
    },
    begins: [8, 18],
    play: (scene) =>
      scene.on(8, 18, 10, (at) =>
        scene.subscribe(at, 'enterprise_monthly', 1, withCoupons(scene, 'launch_25_three_months')),
      ),
  },
  {
    shows: { coupon_repeating_one_invoice: 'a repeating coupon that reaches one invoice only: not subtracted' },
    begins: [7, 4],
    play(scene) {
      scene.on(7, 4, 10, (at) => scene.subscribe(at, 'pro_monthly', 1, withCoupons(scene, 'first_month_half')));
    },
  },
  {
    shows: { coupon_repeating_on_annual: 'three months of a yearly price are one invoice: not subtracted' },
    begins: [6, 23],
    play: (scene) =>
      scene.on(6, 23, 10, (at) =>
        scene.subscribe(at, 'starter_annual', 1, withCoupons(scene, 'launch_25_three_months')),
      ),
  },
  {
    shows: { coupon_once: 'off the first invoice alone: not subtracted' },
    begins: [7, 15],
    play: (scene) =>
      scene.on(7, 15, 10, (at) => scene.subscribe(at, 'starter_monthly', 1, withCoupons(scene, 'twenty_off_once'))),
  },
  {
    shows: { coupon_on_customer: 'a discount on the customer, for a subscription that has none of its own' },
    begins: [8, 27],
    play(scene) {
      scene.on(8, 27, 9, (at) => applyCouponToCustomer(scene.customer, at, 'loyal_20_forever'), 30);
      scene.on(8, 27, 10, (at) => scene.subscribe(at, 'pro_monthly', 2));
    },
  },
  {
    shows: { coupons_stacked: 'a percentage and a fixed amount, in order, each on what is left' },
    begins: [8, 3],
    play: (scene) =>
      scene.on(8, 3, 10, (at) =>
        scene.subscribe(at, 'pro_monthly', 1, withCoupons(scene, 'loyal_20_forever', 'five_off_forever')),
      ),
  },
  {
    shows: { coupon_on_item: 'a discount on one item, and only on the product it fits' },
    begins: [8, 21],
    play(scene) {
      scene.on(8, 21, 10, (at) =>
        createSubscription(scene.customer, at, {
          items: [
            { price: scene.price('enterprise_monthly') },
            { price: scene.price('extra_storage_monthly'), quantity: 5 },
          ],
        }),
      );
      scene.on(5, 12, 10, (at) =>
        applyCoupon(scene.subscription(), at, 'storage_half_forever', scene.subscription().items[1]),
      );
    },
  },
  {
    shows: { coupon_later: 'a coupon given to keep a customer, for six months' },
    begins: [9, 19],
    play(scene) {
      scene.on(9, 19, 10, (at) => scene.subscribe(at, 'enterprise_monthly'));
      scene.on(4, 8, 10, (at) => applyCoupon(scene.subscription(), at, 'rescue_30_six_months'));
    },
  },
  {
    shows: { fully_discounted: 'pays, then is free of charge by a coupon: churn, reason free_or_fully_discounted' },
    begins: [9, 26],
    play(scene) {
      scene.on(9, 26, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(4, 2, 10, (at) => applyCoupon(scene.subscription(), at, 'partner_free_forever'));
    },
  },
  {
    shows: { fully_discounted_pilot: 'three months free by a coupon: nothing until it ends, then new' },
    begins: [6, 9],
    play: (scene) =>
      scene.on(6, 9, 10, (at) =>
        scene.subscribe(at, 'enterprise_monthly', 1, withCoupons(scene, 'pilot_free_three_months')),
      ),
  },
  {
    shows: { free_plan_up_and_down: 'from Free to Starter and back to Free: new, then churn' },
    begins: [9, 30],
    play(scene) {
      scene.on(9, 30, 10, (at) => scene.subscribe(at, 'free_monthly'));
      scene.on(6, 17, 10, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('starter_monthly'), 1, { prorate: 'now' }),
      );
      scene.on(2, 25, 10, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('free_monthly'), 1, { prorate: 'later' }),
      );
    },
  },
];

export const TRIAL_SCRIPTS: readonly Script[] = [
  {
    shows: { trial_converted: 'nothing for 14 days, then new' },
    begins: [5, 6],
    play: (scene) => scene.on(5, 6, 10, (at) => scene.subscribe(at, 'pro_monthly', 1, { trialDays: 14 })),
  },
  {
    shows: { trial_not_converted: 'canceled within the trial: it never counts' },
    begins: [5, 16],
    play(scene) {
      scene.on(5, 16, 10, (at) => scene.subscribe(at, 'pro_monthly', 1, { trialDays: 14 }));
      scene.on(5, 23, 10, (at) => cancelAtPeriodEnd(scene.subscription(), at, 'unused'));
    },
  },
  {
    shows: {
      trial_first_payment_fails:
        "the first payment after a trial fails and is recovered: it counts from the trial's end",
    },
    begins: [5, 9],
    play(scene) {
      scene.customer.declinesAhead = 2;
      scene.on(5, 9, 10, (at) => scene.subscribe(at, 'starter_monthly', 1, { trialDays: 14 }));
    },
  },
  {
    shows: { trial_paused: 'a trial ends without a card: status paused, until a card comes' },
    begins: [6, 3],
    play(scene) {
      scene.on(6, 3, 10, (at) =>
        scene.subscribe(at, 'pro_monthly', 1, { trialDays: 14, isCardMissing: true, missingCardEnds: 'pause' }),
      );
      scene.on(4, 27, 10, (at) => resumeWithCard(scene.subscription(), at));
    },
  },
  {
    shows: { incomplete_expired: 'the first payment never succeeds: it never counts' },
    begins: [4, 12],
    play(scene) {
      scene.customer.declinesAhead = 9;
      scene.on(4, 12, 10, (at) => scene.subscribe(at, 'pro_monthly'));
    },
  },
];
