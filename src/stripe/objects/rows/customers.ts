// A customer object as a row.
import type { CustomerRow } from '../../../billing/customers/index.ts';
import {
  currencyCodeOrNull,
  flag,
  idOf,
  integer,
  integerOrZero,
  isObject,
  jsonText,
  objectOrNull,
  text,
  textOrNull,
  type JsonObject,
} from '../fields.ts';

/** The row of a customer in the pinned shape; name and e-mail come from its sealed fields. Raises `bad_input`. */
export function customerRow(customer: JsonObject, personal: JsonObject | null): CustomerRow {
  const address = objectOrNull(customer, 'address');
  return {
    id: text(customer, 'id'),
    name: (personal === null ? null : textOrNull(personal, 'name')) ?? textOrNull(customer, 'name'),
    email: (personal === null ? null : textOrNull(personal, 'email')) ?? textOrNull(customer, 'email'),
    country: address === null ? null : textOrNull(address, 'country', 'address.') || null,
    currency: currencyCodeOrNull(customer, 'currency'),
    created_at: integer(customer, 'created'),
    is_deleted: 0,
    deleted_at: null,
    is_erased: 0,
    balance_minor: integerOrZero(customer, 'balance'),
    is_delinquent: flag(customer, 'delinquent'),
    tax_exempt: textOrNull(customer, 'tax_exempt'),
    discount_id: isObject(customer['discount']) ? idOf(customer['discount']) : null,
    metadata: jsonText(customer['metadata']),
    fact_seq: 0,
  };
}
