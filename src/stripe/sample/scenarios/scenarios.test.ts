// Whether every awkward case is in the sample, by what its customer's objects say at the end.
import { expect, test } from 'vitest';
import { known } from '../../../kernel/index.ts';
import { dayOfInstant, instant } from '../../../kernel/index.ts';
import { SAMPLE_ZONE } from '../calendar.ts';
import { readCompany } from '../read-company.testing.ts';
import type { SampleObject, WireEvent, WireInvoiceLine, WireSubscription } from '../wire.ts';
import { SCENARIOS, SCRIPTS } from './index.ts';

const company = readCompany({ customers: 60, months: 24, seed: 11 });

/** Everything of one customer in its last version, and every version that was delivered. */
class Own {
  readonly id: string;
  readonly versions: { readonly on: string; readonly object: SampleObject }[];

  constructor(id: string) {
    this.id = id;
    this.versions = company.all.filter(({ object }) => ownerOf(object) === id);
  }

  of<T extends SampleObject['object']>(type: T): Extract<SampleObject, { readonly object: T }>[] {
    return company.of(type).filter((object) => ownerOf(object) === this.id);
  }

  get subscriptions(): WireSubscription[] {
    return this.of('subscription').sort((a, b) => a.created - b.created);
  }

  get lines(): WireInvoiceLine[] {
    return this.of('invoice').flatMap((invoice) => invoice.lines.data);
  }

  get events(): WireEvent[] {
    return this.of('event');
  }

  statusWas(status: string): boolean {
    return (
      this.versions.some(({ object }) => object.object === 'subscription' && object.status === status) ||
      this.events.some(({ data }) => 'items' in data.object && data.object.status === status)
    );
  }

  plans(): string[] {
    return this.subscriptions.flatMap((subscription) =>
      subscription.items.data.map(({ price }) => price.lookup_key ?? 'negotiated'),
    );
  }

  prorations(): number[] {
    return this.lines.filter(isProration).map(({ amount }) => amount);
  }

  hasDiscount(kind: string): boolean {
    const coupons = new Map(company.of('coupon').map((coupon) => [coupon.id, coupon]));
    return this.of('invoice').some(({ discounts }) =>
      discounts.some(
        (discount) =>
          typeof discount !== 'string' &&
          !('deleted' in discount) &&
          coupons.get(String(discount.source.coupon))?.duration === kind,
      ),
    );
  }

  invoiceStatuses(): Set<string | null> {
    return new Set(this.of('invoice').map(({ status }) => status));
  }
}

function ownerOf(object: SampleObject): string | null {
  if (object.object === 'customer') return object.id;
  if (object.object === 'event')
    return 'customer' in object.data.object ? String(object.data.object.customer) : object.data.object.id;
  if (object.object === 'dispute') return chargeOwners().get(String(object.charge)) ?? null;
  return 'customer' in object && typeof object.customer === 'string' ? object.customer : null;
}

let owners: Map<string, string> | null = null;
function chargeOwners(): Map<string, string> {
  owners ??= new Map(company.of('charge').map((charge) => [charge.id, String(charge.customer)]));
  return owners;
}

function isProration(line: WireInvoiceLine): boolean {
  return line.parent?.subscription_item_details?.proration === true;
}

const dayOf = (at: number): string => dayOfInstant(instant(at), SAMPLE_ZONE);
const has = (own: Own, ...plans: string[]): boolean =>
  plans.every((plan) => own.lines.some((line) => priceKeys.get(line.pricing?.price_details?.price as string) === plan));
const priceKeys = new Map(company.of('price').map((price) => [price.id, price.lookup_key]));
const end = (own: Own): WireSubscription => known(own.subscriptions.at(-1), 'a subscription');

const PROOFS: Readonly<Record<string, (own: Own) => boolean>> = {
  annual_plan: (own) =>
    own.of('invoice').filter(({ billing_reason }) => billing_reason === 'subscription_cycle').length === 1 &&
    has(own, 'pro_annual_gbp'),
  pound_vat: (own) =>
    own.of('invoice').every(({ currency, total, subtotal }) => currency === 'gbp' && total > subtotal),
  quarterly_plan: (own) => own.of('invoice').length === 5 && has(own, 'pro_quarterly'),
  quantities: (own) => [12, 17, 9].every((seats) => own.lines.some(({ quantity }) => quantity === seats)),
  upgrade_mid_month: (own) =>
    has(own, 'starter_monthly', 'pro_monthly') &&
    own.of('invoice').some(({ billing_reason, total }) => billing_reason === 'subscription_update' && total > 0),
  downgrade_mid_month: (own) => own.prorations().length === 2 && own.plans()[0] === 'starter_monthly',
  monthly_to_annual: (own) => has(own, 'pro_monthly_eur', 'pro_annual_eur') && own.prorations().length === 1,
  euro_vat: (own) =>
    own.of('invoice').some(({ currency, total_taxes }) => currency === 'eur' && (total_taxes?.[0]?.amount ?? 0) > 0),
  annual_to_monthly: (own) =>
    own.of('invoice').some(({ total, amount_due }) => total < 0 && amount_due === 0) &&
    (own.of('customer')[0]?.balance ?? 0) < 0,
  reverse_charge: (own) =>
    own.lines.every(({ taxes }) => taxes?.[0]?.taxability_reason === 'reverse_charge' && taxes[0].amount === 0),
  add_on_added_and_removed: (own) => has(own, 'extra_sources_monthly') && end(own).items.data.length === 1,
  package_price: (own) => own.lines.some(({ quantity, amount }) => quantity === 34 && amount === 2_000),
  graduated_price: (own) => own.lines.some(({ description }) => description?.includes('Tier 2') === true),
  volume_price: (own) => own.lines.some(({ quantity, amount }) => quantity === 14 && amount === 4_200),
  metered_usage: (own) => has(own, 'api_overage_monthly') && end(own).items.data.some((item) => !('quantity' in item)),
  negotiated_price: (own) =>
    own.plans().includes('negotiated') &&
    end(own).collection_method === 'send_invoice' &&
    own.of('charge').some(({ id }) => id.startsWith('py_')),
  one_off_charge: (own) =>
    own.of('invoice').some(({ billing_reason }) => billing_reason === 'manual') && own.of('invoiceitem').length > 0,
  several_subscriptions: (own) => own.subscriptions.map(({ status }) => status).join() === 'active,canceled',
  yen_inclusive: (own) =>
    own
      .of('invoice')
      .every(
        ({ currency, total, total_excluding_tax }) => currency === 'jpy' && total > (total_excluding_tax ?? total),
      ),
  non_profit: (own) => own.of('customer')[0]?.tax_exempt === 'exempt' && has(own, 'pro_nonprofit_monthly'),
  cancel_at_period_end: (own) =>
    end(own).status === 'canceled' && end(own).cancellation_details?.reason === 'cancellation_requested',
  coupon_percent_forever: (own) => own.hasDiscount('forever') && end(own).discounts.length === 1,
  coupon_fixed_forever: (own) =>
    own
      .of('invoice')
      .every(
        ({ lines }) =>
          lines.data.length === 2 &&
          lines.data.every(({ discount_amounts }) => (discount_amounts?.[0]?.amount ?? 0) > 0),
      ),
  coupon_repeating: (own) => own.of('invoice').filter(({ discounts }) => discounts.length > 0).length === 3,
  promotion_code: (own) =>
    own.of('invoice').some(({ discounts }) => typeof discounts[0] === 'object' && discounts[0].promotion_code !== null),
  coupon_repeating_one_invoice: (own) =>
    own.hasDiscount('repeating') && own.of('invoice').filter(({ discounts }) => discounts.length > 0).length === 1,
  coupon_repeating_on_annual: (own) => own.hasDiscount('repeating') && has(own, 'starter_annual'),
  coupon_once: (own) => own.hasDiscount('once') && end(own).discounts.length === 0,
  coupon_on_customer: (own) =>
    own.of('customer')[0]?.discount !== null && own.hasDiscount('forever') && end(own).discounts.length === 0,
  coupons_stacked: (own) =>
    own.lines.every(({ discount_amounts }) => discount_amounts?.map(({ amount }) => amount).join() === '980,500'),
  coupon_on_item: (own) => end(own).items.data.some(({ discounts }) => discounts.length === 1),
  coupon_later: (own) =>
    own.of('invoice').filter(({ discounts }) => discounts.length === 0).length >= 5 && own.hasDiscount('repeating'),
  fully_discounted: (own) =>
    own.of('invoice').some(({ total }) => total === 0) && own.of('invoice').some(({ total }) => total > 0),
  fully_discounted_pilot: (own) =>
    own.of('invoice').filter(({ total, subtotal }) => total === 0 && subtotal > 0).length === 3,
  free_plan_up_and_down: (own) => has(own, 'free_monthly', 'starter_monthly') && own.plans()[0] === 'free_monthly',
  trial_converted: (own) => end(own).trial_end !== null && end(own).status === 'active',
  trial_not_converted: (own) => end(own).ended_at === end(own).trial_end && own.of('charge').length === 0,
  trial_first_payment_fails: (own) =>
    own.of('charge').filter(({ paid }) => !paid).length === 2 && end(own).status === 'active',
  trial_paused: (own) => own.statusWas('paused') && end(own).status === 'active',
  incomplete_expired: (own) => end(own).status === 'incomplete_expired' && own.invoiceStatuses().has('void'),
  pause_keep_as_draft: (own) =>
    own.of('invoice').filter(({ status }) => status === 'draft').length >= 2 && end(own).pause_collection === null,
  pause_void: (own) =>
    own.of('invoice').filter(({ status, attempted }) => status === 'void' && !attempted).length >= 2 &&
    end(own).pause_collection === null,
  pause_mark_uncollectible: (own) => own.invoiceStatuses().has('uncollectible') && end(own).pause_collection === null,
  pause_to_the_end: (own) => end(own).pause_collection?.behavior === 'void',
  past_due_recovered: (own) =>
    own.statusWas('past_due') && end(own).status === 'active' && own.of('charge').some(({ paid }) => !paid),
  past_due_lost: (own) => end(own).status === 'canceled' && end(own).cancellation_details?.reason === 'payment_failed',
  unpaid: (own) => end(own).status === 'unpaid',
  past_due_at_the_end: (own) => end(own).status === 'past_due',
  refund_in_full: (own) => own.of('charge').some(({ refunded }) => refunded),
  refund_in_part: (own) => own.of('charge').some(({ refunded, amount_refunded }) => !refunded && amount_refunded > 0),
  credit_note_before_payment: (own) => own.of('credit_note').some(({ type }) => type === 'pre_payment'),
  credit_note_after_payment: (own) =>
    own.of('credit_note').some(({ type, refunds }) => type === 'post_payment' && refunds.length === 1),
  dispute_won: (own) => own.of('dispute')[0]?.status === 'won',
  dispute_lost: (own) =>
    own.of('dispute')[0]?.status === 'lost' && end(own).cancellation_details?.reason === 'payment_disputed',
  invoice_voided_by_hand: (own) =>
    own.of('invoice').some(({ status, attempted }) => status === 'void' && attempted) && end(own).status === 'active',
  backdated_start: (own) => dayOf(end(own).start_date) === '2026-04-10' && dayOf(end(own).created) === '2026-05-06',
  backdated_change: (own) => own.lines.some((line) => isProration(line) && dayOf(line.period.start) === '2026-06-24'),
  learned_late: (own) => own.versions[0]?.on === '2026-07-31' && dayOf(end(own).created) === '2026-03-03',
  same_day_changes: (own) => own.prorations().length >= 4,
  midnight: (own) =>
    own.events.some(({ created }) => dayOf(created) === '2026-07-31' && new Date(created * 1_000).getUTCDate() === 1),
  same_day_start_and_end: (own) => dayOf(end(own).created) === dayOf(end(own).ended_at ?? 0),
  back_within_the_month: (own) => own.subscriptions.length === 2,
  reactivated: (own) => own.subscriptions.map(({ status }) => status).join() === 'canceled,canceled,active',
  anchor_on_the_31st: (own) =>
    ['2026-02-28', '2026-03-31', '2026-04-30'].every((day) =>
      own.lines.some(({ period }) => dayOf(period.start) === day),
    ),
  country_moved: (own) =>
    own.events.some(({ type, data }) => type === 'customer.updated' && 'address' in (data.previous_attributes ?? {})),
  migration_in_place: (own) => has(own, 'starter_2022_monthly', 'starter_monthly') && own.subscriptions.length === 1,
  migration_to_new_subscription: (own) =>
    has(own, 'starter_2022_monthly', 'starter_monthly') && own.subscriptions.length === 2,
  scheduled_downgrade: (own) => own.plans()[0] === 'starter_monthly' && own.of('subscription_schedule').length === 1,
  scheduled_upgrade_ahead: (own) =>
    own
      .of('subscription_schedule')
      .every(
        ({ status, phases }) =>
          status === 'active' && phases.some(({ start_date }) => dayOf(start_date) > '2026-10-31'),
      ),
  cancellation_taken_back: (own) =>
    own.versions.some(
      ({ object }) => object.object === 'event' && object.data.previous_attributes?.['cancel_at_period_end'] === true,
    ),
  cancel_at_ahead: (own) => dayOf(end(own).cancel_at ?? 0) === '2026-12-31',
  cancel_scheduled_at_the_end: (own) => end(own).cancel_at_period_end && end(own).status === 'active',
  customer_deleted: (own) =>
    own.events.some(({ type }) => type === 'customer.deleted') && end(own).status === 'canceled',
};

test('every scenario is named once and has its proof', () => {
  expect(Object.keys(PROOFS).sort()).toEqual(Object.keys(SCENARIOS).sort());
  expect(SCRIPTS.flatMap((script) => Object.keys(script.shows))).toHaveLength(Object.keys(SCENARIOS).length);
  expect(SCRIPTS.length).toBeLessThanOrEqual(60);
});

const holders = new Map(
  company
    .of('customer')
    .flatMap((customer) =>
      (customer.metadata['sample_scenarios'] ?? '').split(' ').map((name) => [name, customer.id] as const),
    ),
);

test.each(Object.keys(SCENARIOS))('%s', (name) => {
  const own = new Own(known(holders.get(name), `a customer that shows ${name}`));
  expect(own.versions.length).toBeGreaterThan(3);
  expect(PROOFS[name]?.(own), SCENARIOS[name]).toBe(true);
});
