// Scripted customers: what is learned late, happens on one day, at midnight, on the 31st, in steps planned ahead, or more than once.
import { civilDay, known, startOfDay } from '../../../kernel/index.ts';
import { monthsBack, SAMPLE_ZONE } from '../calendar.ts';
import { inventAddress } from '../people.ts';
import { cancelAt, cancelAtPeriodEnd, changeFirstItem, followSchedule, keep } from '../simulator/alterations.ts';
import { deleteCustomer, moveCustomer } from '../simulator/cash.ts';
import { endSubscription } from '../simulator/changes.ts';
import { nextPeriodEnd } from '../simulator/periods.ts';
import type { SchedulePhase, Subscription } from '../simulator/state.ts';
import type { Scene, Script } from './script.ts';

export const TIMING_SCRIPTS: readonly Script[] = [
  {
    shows: {
      backdated_start:
        'a subscription made on the 6th that began on the 10th of the month before: restates a delivered month',
    },
    begins: [5, 6],
    play: (scene) =>
      scene.on(5, 6, 11, (at) => scene.subscribe(at, 'enterprise_monthly', 1, { backdatedTo: monthsBack(6, 10, 11) })),
  },
  {
    shows: { backdated_change: 'seats added on the 8th and counted from the 24th of the month before' },
    begins: [9, 20],
    play(scene) {
      scene.on(9, 20, 10, (at) => scene.subscribe(at, 'pro_monthly', 4));
      scene.on(3, 8, 15, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('pro_monthly'), 11, {
          prorate: 'now',
          backdatedTo: monthsBack(4, 24, 9),
        }),
      );
    },
  },
  {
    shows: { learned_late: 'a customer whose objects arrive months after they were made' },
    begins: [7, 3],
    learnedBack: 3,
    play(scene) {
      scene.on(7, 3, 10, (at) => scene.subscribe(at, 'enterprise_monthly', 2));
      scene.on(5, 13, 10, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('enterprise_monthly'), 3, { prorate: 'now' }),
      );
    },
  },
  {
    shows: {
      same_day_changes: 'up and down again on one day: they net to nothing',
      midnight: 'a change half an hour before midnight in New York, which is the next day in UTC',
    },
    begins: [8, 7],
    play(scene) {
      scene.on(8, 7, 10, (at) => scene.subscribe(at, 'starter_monthly'));
      scene.on(5, 15, 10, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('enterprise_monthly'), 1, { prorate: 'later' }),
      );
      scene.on(5, 15, 16, (at) =>
        changeFirstItem(scene.subscription(), at, scene.price('starter_monthly'), 1, { prorate: 'later' }),
      );
      scene.on(
        3,
        31,
        23,
        (at) => changeFirstItem(scene.subscription(), at, scene.price('pro_monthly'), 1, { prorate: 'now' }),
        30,
      );
    },
  },
  {
    shows: { same_day_start_and_end: 'begins and ends on one day: no movement' },
    begins: [5, 11],
    play(scene) {
      scene.on(5, 11, 9, (at) => scene.subscribe(at, 'pro_monthly'), 30);
      scene.on(5, 11, 17, (at) => endSubscription(scene.subscription(), at, 'cancellation_requested'));
    },
  },
  {
    shows: { back_within_the_month: 'leaves on the 9th and is back on the 23rd: churn and reactivation in one month' },
    begins: [9, 2],
    play(scene) {
      scene.on(9, 2, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(4, 9, 10, (at) => endSubscription(scene.subscription(), at, 'cancellation_requested'));
      scene.on(4, 23, 10, (at) => scene.subscribe(at, 'pro_monthly'));
    },
  },
  {
    shows: { reactivated: 'leaves and comes back twice, the second time on a smaller plan' },
    begins: [13, 5],
    play(scene) {
      scene.on(13, 5, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(10, 12, 10, (at) => cancelAtPeriodEnd(scene.subscription(), at, 'missing_features'));
      scene.on(8, 9, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(5, 1, 10, (at) => endSubscription(scene.subscription(1), at, 'cancellation_requested'));
      scene.on(2, 14, 10, (at) => scene.subscribe(at, 'starter_monthly'));
    },
  },
  {
    shows: {
      anchor_on_the_31st: 'billed on the 31st, or on the last day of shorter months',
      country_moved: 'a customer that moves to another country',
    },
    begins: [9, 31],
    play(scene) {
      scene.on(9, 31, 10, (at) => scene.subscribe(at, 'pro_monthly', 2));
      scene.on(4, 17, 10, (at) => moveCustomer(scene.customer, at, inventAddress(scene.customer.random, 'CA')));
    },
  },
  {
    shows: {
      migration_in_place:
        "the legacy Starter price becomes today's on the same subscription: an expansion and a transfer between plans",
    },
    begins: [13, 9],
    play(scene) {
      scene.on(13, 9, 10, (at) => scene.subscribe(at, 'starter_2022_monthly'));
      scene.on(
        6,
        9,
        9,
        (at) => changeFirstItem(scene.subscription(), at, scene.price('starter_monthly'), 1, { prorate: 'never' }),
        30,
      );
    },
  },
  {
    shows: { migration_to_new_subscription: 'the legacy subscription is replaced by a new one the same day: no churn' },
    begins: [13, 18],
    play(scene) {
      scene.on(13, 18, 10, (at) => scene.subscribe(at, 'starter_2022_monthly', 2));
      scene.on(6, 18, 9, (at) => {
        endSubscription(scene.subscription(), at, null);
        scene.subscribe(at + 40, 'starter_monthly', 2, { metadata: { migrated_from: scene.subscription().id } });
      });
    },
  },
  {
    shows: {
      scheduled_downgrade: 'a schedule moves to a smaller plan at the end of a billing period',
      scheduled_upgrade_ahead: 'a phase that has not begun: nothing yet',
    },
    begins: [7, 10],
    play(scene) {
      scene.on(7, 10, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(5, 2, 10, (at) => {
        const subscription = scene.subscription();
        const ends = periodEnds(subscription, 12);
        followSchedule(subscription, at, [
          phaseOf(scene, 'pro_monthly', subscription.periodStartAt, ends[1]),
          phaseOf(scene, 'starter_monthly', ends[1], ends[8]),
          phaseOf(scene, 'enterprise_monthly', ends[8], ends[11]),
        ]);
      });
    },
  },
  {
    shows: {
      cancellation_taken_back: 'set to end with the billing period, then kept',
      cancel_at_ahead: "will end on a day after the sample's last",
    },
    begins: [8, 16],
    play(scene) {
      scene.on(8, 16, 10, (at) => scene.subscribe(at, 'enterprise_monthly'));
      scene.on(4, 20, 10, (at) => cancelAtPeriodEnd(scene.subscription(), at, 'other'));
      scene.on(4, 29, 10, (at) => keep(scene.subscription(), at));
      scene.on(1, 12, 10, (at) => cancelAt(scene.subscription(), at, startOfDay(civilDay('2026-12-31'), SAMPLE_ZONE)));
    },
  },
  {
    shows: { cancel_scheduled_at_the_end: 'set to end with the billing period that runs when the sample ends' },
    begins: [8, 22],
    play(scene) {
      scene.on(8, 22, 10, (at) => scene.subscribe(at, 'pro_monthly', 3));
      scene.on(0, 26, 10, (at) => cancelAtPeriodEnd(scene.subscription(), at, 'switched_service'));
    },
  },
  {
    shows: { customer_deleted: 'deleted at Stripe, which ends its subscription' },
    begins: [6, 14],
    play(scene) {
      scene.on(6, 14, 10, (at) => scene.subscribe(at, 'starter_monthly'));
      scene.on(2, 20, 10, (at) => deleteCustomer(scene.customer, at));
    },
  },
];

/** The ends of this billing period and of those after it. */
function periodEnds(subscription: Subscription, count: number): number[] {
  const ends = [subscription.periodEndAt];
  for (let index = 1; index < count; index += 1)
    ends.push(nextPeriodEnd(subscription, ends[index - 1] ?? subscription.periodEndAt));
  return ends;
}

function phaseOf(scene: Scene, key: string, startAt: number | undefined, endAt: number | undefined): SchedulePhase {
  return {
    startAt: known(startAt, 'the start of a phase'),
    endAt: known(endAt, 'the end of a phase'),
    items: [{ price: scene.price(key), quantity: 1 }],
  };
}
