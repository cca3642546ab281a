// The account's balance at Stripe: every charge, refund and dispute moves it in dollars, and weekday payouts empty it.
import { DAY } from '../calendar.ts';
import { balanceTransactionObject, payoutObject, stated } from '../objects/balance-object.ts';
import { shareOf } from '../price-list.ts';
import { Random } from '../random.ts';
import type { SampleObject, WireBalanceTransaction } from '../wire.ts';
import type { Customer } from './state.ts';

/** Days until money that arrived may be paid out. */
const SETTLING_DAYS = 2;
const MILLION = 1_000_000;

export interface BalanceMovement {
  /** In the customer's currency; below zero when money leaves. */
  readonly amountMinor: number;
  readonly at: number;
  readonly source: string;
  readonly type: 'charge' | 'refund' | 'adjustment';
  readonly category: 'charge' | 'refund' | 'dispute' | 'dispute_reversal';
  readonly description: string;
  readonly feeOf?: (dollarsMinor: number) => number;
}

/** Moves the account's balance by what a customer's money is worth in dollars that day. */
export function balance(customer: Customer, movement: BalanceMovement): WireBalanceTransaction {
  const { world, currency } = customer;
  const rate = world.rateAt(currency, movement.at);
  const hundredths = currency === 'jpy' ? movement.amountMinor * 100 : movement.amountMinor;
  const dollarsMinor = shareOf(hundredths, rate, MILLION);
  const transaction = balanceTransactionObject({
    id: `txn_3${customer.random.letters(23)}`,
    amountMinor: dollarsMinor,
    feeMinor: movement.feeOf?.(dollarsMinor) ?? 0,
    createdAt: movement.at,
    availableAt: (Math.floor(movement.at / DAY) + SETTLING_DAYS) * DAY,
    exchangeRate: currency === 'usd' ? null : rate / MILLION,
    source: movement.source,
    type: movement.type,
    category: movement.category,
    description: movement.description,
  });
  world.bank(transaction);
  return transaction;
}

interface OpenPayout {
  readonly id: string;
  readonly transactionId: string;
  readonly amountMinor: number;
  readonly createdAt: number;
}

const PAYOUT_STREAM = 15;

/** Keeps what has not been paid out yet, and pays it out on weekdays. */
export class PayoutSchedule {
  private readonly random: Random;
  private waiting: WireBalanceTransaction[] = [];
  private pending: WireBalanceTransaction[] = [];
  private moved: WireBalanceTransaction[] = [];
  private underway: OpenPayout[] = [];
  private owedMinor = 0;

  constructor(seed: number) {
    this.random = new Random(seed, PAYOUT_STREAM);
  }

  take(transaction: WireBalanceTransaction): void {
    this.moved.push(transaction);
    this.waiting.push(transaction);
  }

  /** Balance transactions and payouts created or changed since the last call, as they stand at the month's end. */
  closeMonth(startAt: number, endAt: number): SampleObject[] {
    const objects: SampleObject[] = [];
    const arrived = this.underway.filter((payout) => payout.createdAt + DAY < endAt);
    this.underway = this.underway.filter((payout) => payout.createdAt + DAY >= endAt);
    for (const payout of arrived)
      objects.push(payoutObject(payout.id, payout.transactionId, payout.amountMinor, payout.createdAt, true));
    const firstDay = Math.ceil(startAt / DAY);
    this.waiting.sort((a, b) => a.available_on - b.available_on);
    for (let day = firstDay; day * DAY < endAt; day += 1) {
      const weekday = (day + 4) % 7;
      if (weekday === 0 || weekday === 6) continue;
      const payout = this.payOut(day * DAY);
      if (payout === null) continue;
      const isPaid = payout.createdAt + DAY < endAt;
      if (!isPaid) this.underway.push(payout);
      objects.push(payoutObject(payout.id, payout.transactionId, payout.amountMinor, payout.createdAt, isPaid));
    }
    objects.push(...this.stateTransactions(endAt));
    return objects;
  }

  private payOut(at: number): OpenPayout | null {
    let count = 0;
    for (const transaction of this.waiting) {
      if (transaction.available_on > at) break;
      this.owedMinor += transaction.net;
      count += 1;
    }
    this.waiting = this.waiting.slice(count);
    if (this.owedMinor <= 0) return null;
    const payout = {
      id: `po_1${this.random.letters(23)}`,
      transactionId: `txn_1${this.random.letters(23)}`,
      amountMinor: this.owedMinor,
      createdAt: at,
    };
    this.moved.push(
      balanceTransactionObject({
        id: payout.transactionId,
        amountMinor: -payout.amountMinor,
        feeMinor: 0,
        createdAt: at,
        availableAt: at + DAY,
        exchangeRate: null,
        source: payout.id,
        type: 'payout',
        category: 'payout',
        description: 'STRIPE PAYOUT',
      }),
    );
    this.owedMinor = 0;
    return payout;
  }

  /** New transactions and those that became available, each with its status at the month's end. */
  private stateTransactions(endAt: number): WireBalanceTransaction[] {
    const changed = [...this.pending.filter((transaction) => transaction.available_on < endAt), ...this.moved];
    this.pending = [...this.pending, ...this.moved].filter((transaction) => transaction.available_on >= endAt);
    this.moved = [];
    return changed.map((transaction) => stated(transaction, endAt));
  }
}
