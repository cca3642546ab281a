// Splitting personal fields (names, addresses, e-mail, phone, documents) off an object, so that they can be sealed.
// The public part keeps a null in their place; country and state of a billing address stay, since figures need them.
import { isObject, type JsonObject } from '../fields.ts';

/** Whole fields that are personal, by type. */
const SEALED: Readonly<Record<string, readonly string[]>> = {
  customer: ['name', 'individual_name', 'business_name', 'email', 'phone', 'description', 'shipping', 'tax_ids'],
  invoice: [
    'customer_name',
    'customer_email',
    'customer_phone',
    'customer_shipping',
    'customer_tax_ids',
    'shipping_details',
  ],
  charge: ['billing_details', 'receipt_email', 'shipping', 'source', 'card'],
  payment_intent: ['receipt_email', 'shipping', 'source'],
  refund: ['instructions_email'],
  dispute: ['evidence'],
};

/** Addresses of which country and state stay public. */
const ADDRESSES: Readonly<Record<string, string>> = { customer: 'address', invoice: 'customer_address' };

/** Fields of these types that hold personal fields somewhere below. */
const DEEP: Readonly<Record<string, readonly string[]>> = {
  customer: ['tax', 'cash_balance', 'default_source'],
  invoice: ['last_finalization_error'],
  charge: ['payment_method_details', 'fraud_details'],
  payment_intent: ['last_payment_error', 'next_action', 'charges'],
  refund: ['destination_details', 'next_action'],
  dispute: ['payment_method_details'],
};

/** Types without anything personal; every type not named here or above is searched through. */
const IMPERSONAL = new Set([
  'product',
  'price',
  'plan',
  'coupon',
  'promotion_code',
  'discount',
  'tax_rate',
  'subscription',
  'subscription_item',
  'subscription_schedule',
  'invoiceitem',
  'line_item',
  'credit_note',
  'balance_transaction',
  'payout',
  'test_helpers.test_clock',
]);

const PERSONAL_KEYS = new Set([
  'email',
  'phone',
  'address',
  'billing_details',
  'shipping',
  'shipping_details',
  'customer_details',
  'customer_email',
  'customer_name',
  'customer_phone',
  'customer_address',
  'customer_shipping',
  'receipt_email',
  'payer_email',
  'payer_name',
  'payer_phone',
  'payer_details',
  'verified_email',
  'verified_name',
  'verified_phone',
  'verified_address',
  'owner',
  'individual',
  'person',
  'dob',
  'first_name',
  'last_name',
  'maiden_name',
  'full_name',
  'account_holder_name',
  'cardholder_name',
  'id_number',
  'ip_address',
  'evidence',
  'tax_ids',
  'address_line1',
  'address_line2',
  'address_city',
  'address_zip',
]);
/** A `name` is somebody's where one of these stands beside it. */
const BESIDE_A_NAME = ['email', 'phone', 'address', 'address_line1', 'dob', 'last4'];

/** Secrets that never enter the ledger. */
const SECRETS = ['client_secret', 'confirmation_secret', 'secret'] as const;

export interface Split {
  readonly open: JsonObject;
  /** The personal fields, nested as they stood; null when there were none. */
  readonly personal: JsonObject | null;
}

/** Splits an object of the type; the top level of the object is changed in place. */
export function splitPersonal(type: string, object: JsonObject): Split {
  for (const secret of SECRETS) if (object[secret]) object[secret] = null;
  if (IMPERSONAL.has(type)) return { open: object, personal: null };
  const sealed = SEALED[type];
  if (sealed === undefined) return splitDeep(object);
  let personal: JsonObject | null = null;
  for (const key of sealed) {
    const value = object[key];
    if (value === undefined || isBlank(value)) continue;
    personal ??= {};
    personal[key] = value;
    object[key] = null;
  }
  for (const key of DEEP[type] ?? []) {
    const value = object[key];
    if (!isObject(value)) continue;
    const inner = splitDeep(value);
    if (inner.personal === null) continue;
    personal ??= {};
    personal[key] = inner.personal;
    object[key] = inner.open;
  }
  const addressKey = ADDRESSES[type];
  const address = addressKey === undefined ? null : object[addressKey];
  if (addressKey !== undefined && isObject(address)) {
    const inner = splitAddress(address);
    if (inner.personal !== null) {
      personal ??= {};
      personal[addressKey] = inner.personal;
      object[addressKey] = inner.open;
    }
  }
  return { open: object, personal };
}

function splitAddress(address: JsonObject): Split {
  const open: JsonObject = {};
  let personal: JsonObject | null = null;
  for (const key of Object.keys(address)) {
    const value = address[key];
    if (key === 'country' || key === 'state' || isBlank(value)) {
      open[key] = value;
      continue;
    }
    personal ??= {};
    personal[key] = value;
    open[key] = null;
  }
  return { open, personal };
}

/** Searches through a value of unknown shape; what it changes it copies. */
function splitDeep(object: JsonObject): Split {
  let personal: JsonObject | null = null;
  let open: JsonObject = object;
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (isBlank(value)) continue;
    const isSealed = PERSONAL_KEYS.has(key) || (key === 'name' && BESIDE_A_NAME.some((other) => other in object));
    const inner = isSealed ? { open: null, personal: value } : splitNested(value);
    if (inner.personal === null) continue;
    if (open === object) open = { ...object };
    personal ??= {};
    personal[key] = inner.personal;
    open[key] = inner.open;
  }
  return { open, personal };
}

function splitNested(value: unknown): { readonly open: unknown; readonly personal: unknown } {
  if (isObject(value)) return splitDeep(value);
  if (!Array.isArray(value)) return { open: value, personal: null };
  const inner = value.map(splitNested);
  if (inner.every((part) => part.personal === null)) return { open: value, personal: null };
  return { open: inner.map((part) => part.open), personal: inner.map((part) => part.personal) };
}

/** Nothing, or a structure of nothing: no value is given away by it. */
function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  for (const key in value) if (!isBlank(Reflect.get(value, key))) return false;
  return true;
}

/** The object whole again: its open part with the personal fields back in their places. */
export function joinPersonal(open: unknown, personal: unknown): unknown {
  if (personal === null || personal === undefined) return open;
  if (Array.isArray(open) && Array.isArray(personal))
    return open.map((part, index) => joinPersonal(part, personal[index]));
  if (!isObject(open) || !isObject(personal)) return personal;
  const joined: JsonObject = { ...open };
  for (const key of Object.keys(personal)) joined[key] = joinPersonal(open[key], personal[key]);
  return joined;
}
