// Whether the money of the sample company adds up as a real account's does.
import { describe, expect, test } from 'vitest';
import { known } from '../../kernel/index.ts';
import { readCompany, sumOf } from './read-company.testing.ts';
import type { WireInvoice, WireInvoiceLine } from './wire.ts';

const company = readCompany({ customers: 320, months: 20, seed: 4 });
const invoices = company.of('invoice');
const charges = company.of('charge');
const transactions = company.of('balance_transaction');
const byId = <T extends { readonly id: string }>(objects: readonly T[]): Map<string, T> =>
  new Map(objects.map((object) => [object.id, object]));

function discountOf(line: WireInvoiceLine): number {
  return sumOf(line.discount_amounts ?? [], ({ amount }) => amount);
}

function exclusiveTaxOf(line: WireInvoiceLine): number {
  return sumOf(
    (line.taxes ?? []).filter((tax) => tax.tax_behavior === 'exclusive'),
    ({ amount }) => amount,
  );
}

describe('invoices', () => {
  test('the subtotal is the sum of the lines, the total also of discounts and exclusive tax', () => {
    for (const invoice of invoices) {
      const { data } = invoice.lines;
      expect(invoice.subtotal, invoice.id).toBe(sumOf(data, ({ amount }) => amount));
      expect(invoice.total, invoice.id).toBe(
        sumOf(data, (line) => line.amount - discountOf(line) + exclusiveTaxOf(line)),
      );
      expect(sumOf(invoice.total_discount_amounts ?? [], ({ amount }) => amount)).toBe(sumOf(data, discountOf));
      expect(sumOf(invoice.total_taxes ?? [], ({ amount }) => amount)).toBe(
        sumOf(data, (line) => sumOf(line.taxes ?? [], ({ amount }) => amount)),
      );
    }
  });

  test('what is due, paid and left agree with the balance and the status', () => {
    for (const invoice of invoices) {
      expect(invoice.amount_remaining, invoice.id).toBe(Math.max(0, invoice.amount_due - invoice.amount_paid));
      if (invoice.status === 'paid') expect(invoice.amount_remaining, invoice.id).toBe(0);
      if (invoice.ending_balance === null || invoice.status === 'void' || invoice.status === 'uncollectible') continue;
      expect(invoice.amount_due + invoice.pre_payment_credit_notes_amount, invoice.id).toBe(
        invoice.total + invoice.starting_balance - invoice.ending_balance,
      );
    }
  });

  test('numbers have no gap per customer, and drafts have none', () => {
    const numbers = new Map<string, number[]>();
    for (const { number, status, customer } of invoices) {
      expect(number === null).toBe(status === 'draft');
      if (number !== null)
        numbers.set(String(customer), [...(numbers.get(String(customer)) ?? []), Number(number.split('-')[1])]);
    }
    for (const given of numbers.values())
      expect(given.sort((a, b) => a - b)).toEqual(given.map((_, index) => index + 1));
  });

  test("a customer's invoices hand the balance from one to the next", () => {
    const finalized = new Map<string, WireInvoice[]>();
    for (const invoice of invoices) {
      if (invoice.ending_balance === null || invoice.status === 'void' || invoice.status === 'uncollectible') continue;
      finalized.set(String(invoice.customer), [...(finalized.get(String(invoice.customer)) ?? []), invoice]);
    }
    const customers = byId(company.of('customer'));
    for (const [customer, list] of finalized) {
      list.sort((a, b) => Number(a.number?.split('-')[1]) - Number(b.number?.split('-')[1]));
      let balance = 0;
      for (const invoice of list) {
        expect(invoice.starting_balance, invoice.id).toBe(balance);
        balance = invoice.ending_balance ?? 0;
      }
      expect(known(customers.get(customer), customer).balance).toBe(balance);
    }
  });
});

describe('payments', () => {
  test("an invoice's charges that succeeded are what was paid", () => {
    const intents = byId(company.of('payment_intent'));
    const paid = new Map<string, number>();
    for (const payment of company.of('invoice_payment')) {
      const intent = known(intents.get(String(payment.payment.payment_intent)), 'an intent');
      const succeeded = charges.filter((charge) => charge.payment_intent === intent.id && charge.paid);
      expect(intent.amount_received).toBe(sumOf(succeeded, ({ amount }) => amount));
      expect(payment.amount_paid ?? 0).toBe(intent.amount_received);
      paid.set(String(payment.invoice), (paid.get(String(payment.invoice)) ?? 0) + intent.amount_received);
    }
    for (const invoice of invoices) expect(invoice.amount_paid, invoice.id).toBe(paid.get(invoice.id) ?? 0);
  });

  test('charges give back no more than they took, and what their refunds say', () => {
    const refunds = new Map<string, number>();
    for (const refund of company.of('refund'))
      refunds.set(String(refund.charge), (refunds.get(String(refund.charge)) ?? 0) + refund.amount);
    for (const charge of charges) {
      expect(charge.amount_refunded, charge.id).toBe(refunds.get(charge.id) ?? 0);
      expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount_captured);
      expect(charge.refunded).toBe(charge.paid && charge.amount_refunded === charge.amount);
    }
  });

  test('credit notes are never more than their invoice, and their lines sum to them', () => {
    const byInvoice = byId(invoices);
    for (const note of company.of('credit_note')) {
      const invoice = known(byInvoice.get(String(note.invoice)), 'its invoice');
      expect(note.total).toBe(
        sumOf(note.lines.data, (line) => line.amount + sumOf(line.taxes ?? [], ({ amount }) => amount)),
      );
      expect(note.total).toBeLessThanOrEqual(invoice.total);
      expect(note.pre_payment_amount + note.post_payment_amount).toBe(note.amount);
    }
  });
});

describe("the account's balance", () => {
  test('net is amount less fee, and fees are explained', () => {
    for (const transaction of transactions) {
      expect(transaction.net).toBe(transaction.amount - transaction.fee);
      expect(sumOf(transaction.fee_details, ({ amount }) => amount)).toBe(transaction.fee);
    }
  });

  test('every paid charge, refund and dispute has its transactions', () => {
    const byTransaction = byId(transactions);
    for (const charge of charges) {
      if (!charge.paid) expect(charge.balance_transaction).toBeNull();
      else expect(known(byTransaction.get(String(charge.balance_transaction)), charge.id).source).toBe(charge.id);
      if (charge.paid && charge.currency === 'usd')
        expect(byTransaction.get(String(charge.balance_transaction))?.amount).toBe(charge.amount);
    }
    for (const refund of company.of('refund'))
      expect(byTransaction.get(String(refund.balance_transaction))?.source).toBe(refund.id);
    for (const dispute of company.of('dispute')) {
      expect(dispute.balance_transactions).toHaveLength(dispute.status === 'won' ? 2 : 1);
      for (const { id } of dispute.balance_transactions) expect(byTransaction.get(id)?.source).toBe(dispute.id);
    }
  });

  test('payouts take out exactly what became available', () => {
    const payouts = company.of('payout');
    const byTransaction = byId(transactions);
    for (const payout of payouts)
      expect(byTransaction.get(String(payout.balance_transaction))?.net).toBe(-payout.amount);
    const lastAt = Math.max(...payouts.map((payout) => payout.created));
    const earned = transactions.filter(({ type, available_on }) => type !== 'payout' && available_on <= lastAt);
    expect(sumOf(payouts, ({ amount }) => amount)).toBe(sumOf(earned, ({ net }) => net));
  });
});

describe('subscriptions', () => {
  test('lines name the subscription and the item that they bill', () => {
    const items = new Set(
      company.of('subscription').flatMap((subscription) => subscription.items.data.map(({ id }) => id)),
    );
    const subscriptions = byId(company.of('subscription'));
    for (const invoice of invoices) {
      for (const line of invoice.lines.data) {
        const details = line.parent?.subscription_item_details;
        if (details === null || details === undefined) continue;
        expect(subscriptions.has(String(details.subscription)), line.id).toBe(true);
        expect(details.subscription_item).toMatch(/^si_/);
        expect(line.period.end).toBeGreaterThan(line.period.start);
      }
    }
    expect(items.size).toBeGreaterThan(300);
  });

  test("an event's earlier values differ from its object, and events are told in order", () => {
    for (const event of company.of('event')) {
      const previous = Object.entries(event.data.previous_attributes ?? {});
      if (event.type.endsWith('.updated')) expect(previous.length, event.id).toBeGreaterThan(0);
      const object: Record<string, unknown> = { ...event.data.object };
      for (const [key, earlier] of previous)
        expect(JSON.stringify(object[key]), `${event.id} ${key}`).not.toBe(JSON.stringify(earlier));
    }
  });
});
