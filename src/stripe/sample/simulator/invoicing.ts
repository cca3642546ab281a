// Makes invoices of lines: discounts, tax and totals at drafting, number, customer balance and due date at finalizing.
import { splitByLargestRemainder } from '../../../kernel/index.ts';
import { DAY, HOUR } from '../calendar.ts';
import { invoiceItemObject } from '../objects/invoice-line-object.ts';
import { invoiceObject } from '../objects/invoice-object.ts';
import { shareOf } from '../price-list.ts';
import { touch, touchCustomer } from './customer.ts';
import { fits, isInForce } from './lines.ts';
import { collect, cancelPayment, markPaid } from './payments.ts';
import type { Customer, Discount, Invoice, Line, Subscription } from './state.ts';

export interface Draft {
  readonly customer: Customer;
  readonly subscription: Subscription | null;
  readonly at: number;
  readonly billingReason: Invoice['billingReason'];
  readonly lines: readonly Line[];
  readonly periodStartAt: number;
  readonly periodEndAt: number;
  readonly isInvoiced?: boolean;
}

/** Stripe collects nothing below these amounts: what is less goes onto the customer balance. */
const SMALLEST_CHARGE_MINOR: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, jpy: 50 };

/** A draft of the lines. Discounts that apply once are used up by it. */
export function draftInvoice(draft: Draft): Invoice {
  const { customer, subscription, at, lines } = draft;
  const discounts = applyDiscounts(draft);
  const taxRate = customer.taxRate;
  const isInclusive = taxRate?.inclusive === true;
  let taxMinor = 0;
  for (const line of lines) {
    line.taxMinor =
      customer.taxExempt === 'none' && taxRate !== null ? taxOn(netOf(line), taxRate.percentage, isInclusive) : 0;
    taxMinor += line.taxMinor;
  }
  const subtotalMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const discountMinor = subtotalMinor - lines.reduce((sum, line) => sum + netOf(line), 0);
  const exclusiveTaxMinor = isInclusive ? 0 : taxMinor;
  const totalMinor = subtotalMinor - discountMinor + exclusiveTaxMinor;
  const invoice: Invoice = {
    id: `in_1${customer.random.letters(23)}`,
    customer,
    subscription,
    createdAt: at,
    billingReason: draft.billingReason,
    isInvoiced: draft.isInvoiced ?? subscription?.isInvoiced ?? false,
    periodStartAt: draft.periodStartAt,
    periodEndAt: draft.periodEndAt,
    lines,
    discounts,
    taxRate,
    subtotalMinor,
    discountMinor,
    exclusiveTaxMinor,
    taxMinor,
    totalMinor,
    number: null,
    status: 'draft',
    isAutoAdvancing: true,
    finalizedAt: null,
    paidAt: null,
    voidedAt: null,
    uncollectibleAt: null,
    dueAt: null,
    startingBalanceMinor: customer.balanceMinor,
    endingBalanceMinor: null,
    amountDueMinor: Math.max(0, totalMinor + customer.balanceMinor),
    amountPaidMinor: 0,
    creditedBeforeMinor: 0,
    creditedAfterMinor: 0,
    attempts: 0,
    wasAttempted: false,
    nextAttemptAt: at + HOUR,
    payment: null,
  };
  if (subscription !== null) noteBilled(subscription, invoice);
  for (const line of lines) {
    const { invoiceItem } = line;
    if (invoiceItem !== null)
      touch(customer, invoiceItem.id, () => invoiceItemObject(customer, line, invoiceItem, invoice.id));
  }
  touchInvoice(invoice);
  return invoice;
}

function noteBilled(subscription: Subscription, { id: invoiceId, lines }: Invoice): void {
  subscription.latestInvoiceId = invoiceId;
  for (const { id, itemId, amountMinor } of lines) {
    if (itemId === null || amountMinor < 0) continue;
    const before = subscription.billed.get(itemId);
    const lineIds = before?.invoiceId === invoiceId ? [...before.lineIds, id] : [id];
    subscription.billed.set(itemId, { invoiceId, lineIds });
  }
}

export function touchInvoice(invoice: Invoice): void {
  touch(invoice.customer, invoice.id, () => invoiceObject(invoice));
}

/** Numbers a draft, applies the customer balance, and has it collected or sent. */
export function finalizeInvoice(invoice: Invoice, at: number): void {
  if (invoice.status !== 'draft') return;
  const { customer } = invoice;
  touchInvoice(invoice);
  openDraft(invoice, at);
  const due = invoice.totalMinor + customer.balanceMinor;
  const isTooSmall = due > 0 && due < (SMALLEST_CHARGE_MINOR[customer.currency] ?? 0);
  invoice.startingBalanceMinor = customer.balanceMinor;
  invoice.amountDueMinor = isTooSmall ? 0 : Math.max(0, due);
  invoice.endingBalanceMinor = due - invoice.amountDueMinor;
  if (invoice.endingBalanceMinor !== customer.balanceMinor) {
    customer.balanceMinor = invoice.endingBalanceMinor;
    touchCustomer(customer);
  }
  if (invoice.amountDueMinor === 0) markPaid(invoice, at);
  else collect(invoice, at);
}

/** Finalizes a draft without collecting it and writes it off or makes it void, as a paused subscription's invoices are. */
export function dropInvoice(invoice: Invoice, at: number, as: 'void' | 'uncollectible'): void {
  touchInvoice(invoice);
  if (invoice.status === 'draft') {
    openDraft(invoice, at);
    invoice.startingBalanceMinor = 0;
    invoice.endingBalanceMinor = 0;
    invoice.amountDueMinor = Math.max(0, invoice.totalMinor);
  }
  cancelPayment(invoice, at);
  invoice.status = as;
  invoice.nextAttemptAt = null;
  invoice.isAutoAdvancing = false;
  if (as === 'void') invoice.voidedAt = at;
  else invoice.uncollectibleAt = at;
}

function openDraft(invoice: Invoice, at: number): void {
  const { customer } = invoice;
  invoice.status = 'open';
  invoice.finalizedAt = at;
  invoice.number = `${customer.invoicePrefix}-${String(customer.nextInvoiceNumber).padStart(4, '0')}`;
  customer.nextInvoiceNumber += 1;
  customer.latestInvoice = invoice;
  invoice.nextAttemptAt = null;
  if (invoice.isInvoiced) invoice.dueAt = at + 30 * DAY;
}

function netOf(line: Line): number {
  return line.discountAmounts.reduce((net, { amountMinor }) => net - amountMinor, line.amountMinor);
}

/** Tax on a line, half away from zero: on top of it, or the part of it that is tax (docs/formulas.md: tax). */
function taxOn(netMinor: number, percentage: number, isInclusive: boolean): number {
  const thousandths = Math.round(percentage * 1_000);
  return shareOf(netMinor, thousandths, isInclusive ? 100_000 + thousandths : 100_000);
}

/** Discounts in order, each on what is left of the lines it fits; returns those that were in force. */
function applyDiscounts({ customer, subscription, at, lines }: Draft): Discount[] {
  const ofItems = subscription?.items.flatMap((item) => item.discounts) ?? [];
  const ofSubscription = subscription?.discounts ?? [];
  const ofCustomer = ofSubscription.length === 0 && customer.discount !== null ? [customer.discount] : [];
  const inForce = [...ofItems, ...ofSubscription, ...ofCustomer].filter((discount) => isInForce(discount, at));
  for (const discount of inForce) {
    const eligible = lines.filter(
      (line) =>
        line.isDiscountable &&
        netOf(line) > 0 &&
        fits(discount, line.price) &&
        (discount.itemId === null || discount.itemId === line.itemId),
    );
    const parts = takenOff(discount, eligible.map(netOf));
    for (const [index, line] of eligible.entries()) {
      line.discountAmounts.push({ discountId: discount.id, amountMinor: parts[index] ?? 0 });
    }
  }
  if (subscription !== null && inForce.some((discount) => discount.coupon.duration === 'once')) {
    subscription.discounts = subscription.discounts.filter((discount) => discount.coupon.duration !== 'once');
  }
  return inForce;
}

function takenOff({ coupon }: Discount, nets: readonly number[]): number[] {
  if (coupon.percent_off !== null) {
    const hundredths = Math.round(coupon.percent_off * 100);
    return nets.map((net) => shareOf(net, hundredths, 10_000));
  }
  const whole = nets.reduce((sum, net) => sum + net, 0);
  if (nets.length === 0) return [];
  return splitByLargestRemainder(BigInt(Math.min(coupon.amount_off ?? 0, whole)), nets.map(BigInt)).map(Number);
}
