// Scripted customers: pauses, dunning, refunds, credit notes, disputes, voids.
import { creditInvoice, openDispute, refund, voidByHand } from '../simulator/cash.ts';
import { pause, resume } from '../simulator/alterations.ts';
import { monthsBack } from '../calendar.ts';
import type { Script } from './script.ts';

export const PAUSE_SCRIPTS: readonly Script[] = [
  {
    shows: { pause_keep_as_draft: 'invoices stay drafts: it counts on' },
    begins: [9, 5],
    play(scene) {
      scene.on(9, 5, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(6, 20, 10, (at) => pause(scene.subscription(), at, 'keep_as_draft'));
      scene.on(3, 28, 10, (at) => resume(scene.subscription(), at));
    },
  },
  {
    shows: { pause_void: 'invoices are voided: zero from the first unbilled period until the first billed one' },
    begins: [9, 13],
    play(scene) {
      scene.on(9, 13, 10, (at) => scene.subscribe(at, 'pro_monthly', 2));
      scene.on(6, 25, 10, (at) => pause(scene.subscription(), at, 'void'));
      scene.on(3, 20, 10, (at) => resume(scene.subscription(), at));
    },
  },
  {
    shows: { pause_mark_uncollectible: 'invoices are written off, until the pause ends by itself' },
    begins: [10, 22],
    play(scene) {
      scene.on(10, 22, 10, (at) => scene.subscribe(at, 'enterprise_monthly'));
      scene.on(5, 24, 10, (at) => pause(scene.subscription(), at, 'mark_uncollectible', monthsBack(2, 24, 10)));
    },
  },
  {
    shows: { pause_to_the_end: 'still paused at the end of the sample' },
    begins: [8, 8],
    play(scene) {
      scene.on(8, 8, 10, (at) => scene.subscribe(at, 'starter_monthly', 4));
      scene.on(1, 22, 10, (at) => pause(scene.subscription(), at, 'void'));
    },
  },
];

export const PAYMENT_SCRIPTS: readonly Script[] = [
  {
    shows: { past_due_recovered: 'two attempts fail, the third is paid: it counts throughout' },
    begins: [8, 15],
    play(scene) {
      scene.on(8, 15, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(4, 10, 10, () => {
        scene.customer.declinesAhead = 2;
      });
    },
  },
  {
    shows: { past_due_lost: 'every attempt fails and the subscription is canceled: involuntary churn' },
    begins: [9, 21],
    play(scene) {
      scene.on(9, 21, 10, (at) => scene.subscribe(at, 'enterprise_monthly'));
      scene.on(3, 10, 10, () => {
        scene.customer.declinesAhead = 9;
      });
    },
  },
  {
    shows: { unpaid: 'every attempt fails and the subscription is left unpaid: involuntary churn' },
    begins: [7, 9],
    play(scene) {
      scene.customer.dunningEnds = 'unpaid';
      scene.on(7, 9, 10, (at) => scene.subscribe(at, 'pro_monthly', 3));
      scene.on(3, 1, 10, () => {
        scene.customer.declinesAhead = 9;
      });
    },
  },
  {
    shows: { past_due_at_the_end: 'past due when the sample ends: counts, and is at risk' },
    begins: [7, 26],
    play(scene) {
      scene.on(7, 26, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(0, 20, 10, () => {
        scene.customer.declinesAhead = 3;
      });
    },
  },
  {
    shows: {
      refund_in_full: 'a payment given back whole: no effect on MRR',
      refund_in_part: 'a part of a payment given back',
    },
    begins: [9, 11],
    play(scene) {
      scene.on(9, 11, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(5, 14, 10, (at) => refund(scene.latestPaid().charge, at, scene.latestPaid().charge.amountMinor));
      scene.on(3, 19, 10, (at) => refund(scene.latestPaid().charge, at, 1_500));
    },
  },
  {
    shows: {
      credit_note_before_payment: 'an open invoice is owed less',
      credit_note_after_payment: 'a paid invoice is credited, and the money goes back',
    },
    begins: [10, 16],
    play(scene) {
      scene.on(10, 16, 10, (at) => scene.subscribe(at, 'enterprise_monthly', 1, { isInvoiced: true }));
      scene.on(5, 18, 10, (at) => creditInvoice(scene.latestInvoice(), at, 40, 'order_change'));
      scene.on(2, 13, 10, (at) => creditInvoice(scene.latestPaid().invoice, at, 25, 'product_unsatisfactory'));
    },
  },
  {
    shows: { dispute_won: 'the bank takes the money and gives it back' },
    begins: [8, 12],
    play(scene) {
      scene.on(8, 12, 10, (at) => scene.subscribe(at, 'pro_monthly'));
      scene.on(4, 20, 10, (at) => openDispute(scene.latestPaid().charge, at, 'won', false));
    },
  },
  {
    shows: { dispute_lost: 'the bank keeps the money and the subscription ends: payment_disputed' },
    begins: [7, 19],
    play(scene) {
      scene.on(7, 19, 10, (at) => scene.subscribe(at, 'enterprise_monthly'));
      scene.on(3, 24, 10, (at) => openDispute(scene.latestPaid().charge, at, 'lost', true));
    },
  },
  {
    shows: { invoice_voided_by_hand: 'an invoice voided after a failed attempt: not a pause, it counts on' },
    begins: [7, 28],
    play(scene) {
      scene.on(7, 28, 10, (at) => scene.subscribe(at, 'pro_monthly', 2));
      scene.on(4, 27, 10, () => {
        scene.customer.declinesAhead = 1;
      });
      scene.on(4, 29, 10, (at) => voidByHand(scene.latestInvoice(), at));
    },
  },
];
