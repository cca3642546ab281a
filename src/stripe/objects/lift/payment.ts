// Charges, refunds, credit notes and customers: the few fields that were renamed or came later.
import type { JsonObject } from '../fields.ts';
import { taxesOf } from './invoice-line.ts';

/** A charge in the pinned shape; the first charges were `paid` where they are now `succeeded`. */
export function liftCharge(charge: JsonObject): JsonObject {
  const status =
    charge['status'] === 'paid'
      ? 'succeeded'
      : (charge['status'] ?? (charge['paid'] === true ? 'succeeded' : 'failed'));
  if (status === charge['status'] && charge['amount_captured'] !== undefined) return charge;
  const isCaptured = charge['captured'] !== false && status === 'succeeded';
  return { ...charge, status, amount_captured: charge['amount_captured'] ?? (isCaptured ? charge['amount'] : 0) };
}

/** A credit note in the pinned shape, where tax stands in `total_taxes`. */
export function liftCreditNote(note: JsonObject): JsonObject {
  if (note['total_taxes'] !== undefined) return note;
  return { ...note, total_taxes: taxesOf(note['tax_amounts']) };
}

/** A customer in the pinned shape; `balance` was `account_balance`. */
export function liftCustomer(customer: JsonObject): JsonObject {
  if (customer['balance'] !== undefined || customer['account_balance'] === undefined) return customer;
  return { ...customer, balance: customer['account_balance'] };
}
