// Reading the fields of a JSON object from Stripe; what is not as it must be is named by its path.
import { CountinghouseError, currency } from '../../kernel/index.ts';

export type JsonObject = { [key: string]: unknown };

/** Raises `bad_input` whose `where` is the field's path. */
export function refuse(field: string, what: string): never {
  throw new CountinghouseError('bad_input', { what, where: field });
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that must be there and not empty. Raises `bad_input`. */
export function text(object: JsonObject, key: string, path = ''): string {
  const value = object[key];
  if (typeof value === 'string' && value !== '') return value;
  return refuse(path + key, value === undefined || value === null ? 'is missing' : 'must be a text that is not empty');
}

/** A text, or null where there is none. Raises `bad_input` for anything else. */
export function textOrNull(object: JsonObject, key: string, path = ''): string | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : refuse(path + key, 'must be a text');
}

/** A safe whole number that must be there. Raises `bad_input`. */
export function integer(object: JsonObject, key: string, path = ''): number {
  const value = object[key];
  if (Number.isSafeInteger(value)) return value as number;
  return refuse(path + key, value === undefined || value === null ? 'is missing' : 'must be a whole number');
}

/** A safe whole number, or null where there is none. Raises `bad_input` for anything else. */
export function integerOrNull(object: JsonObject, key: string, path = ''): number | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  return Number.isSafeInteger(value) ? (value as number) : refuse(path + key, 'must be a whole number');
}

/** A whole number, 0 where there is none. Raises `bad_input` for anything else. */
export function integerOrZero(object: JsonObject, key: string, path = ''): number {
  return integerOrNull(object, key, path) ?? 0;
}

/** 1 for true, else 0. */
export function flag(object: JsonObject, key: string): 0 | 1 {
  return object[key] === true ? 1 : 0;
}

/** The id that a field holds as such or as an expanded object; null where there is none. Raises `bad_input`. */
export function idOrNull(object: JsonObject, key: string, path = ''): string | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value === '' ? null : value;
  if (isObject(value) && typeof value['id'] === 'string') return value['id'];
  return refuse(path + key, 'must be an id or an object with one');
}

/** As `idOrNull`, for what must be there. */
export function id(object: JsonObject, key: string, path = ''): string {
  return idOrNull(object, key, path) ?? refuse(path + key, 'is missing');
}

/** The id of a value that may be an id or an object with one; null for anything else. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : null;
}

/** A nested object, or null where there is none. Raises `bad_input` for anything else. */
export function objectOrNull(object: JsonObject, key: string, path = ''): JsonObject | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  return isObject(value) ? value : refuse(path + key, 'must be an object');
}

/** An array's elements, none where there is no array. Raises `bad_input` for anything else. */
export function elements(object: JsonObject, key: string, path = ''): readonly unknown[] {
  const value = object[key];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : refuse(path + key, 'must be an array');
}

/** The objects of a Stripe list (`{object: "list", data: […]}`), none where there is none. Raises `bad_input`. */
export function listed(object: JsonObject, key: string, path = ''): readonly JsonObject[] {
  const value = object[key];
  if (value === undefined || value === null) return [];
  const rows = Array.isArray(value) ? value : isObject(value) ? value['data'] : undefined;
  if (!Array.isArray(rows)) return refuse(path + key, 'must be a list');
  for (let index = 0; index < rows.length; index += 1) {
    if (!isObject(rows[index])) refuse(`${path}${key}.data[${index}]`, 'must be an object');
  }
  return rows;
}

/** An ISO 4217 code in capitals. Raises `bad_input`. */
export function currencyCode(object: JsonObject, key: string, path = ''): string {
  const code = text(object, key, path);
  try {
    return currency(code);
  } catch {
    return refuse(path + key, `"${code}" is not a currency of ISO 4217`);
  }
}

/** As `currencyCode`, null where there is none. */
export function currencyCodeOrNull(object: JsonObject, key: string, path = ''): string | null {
  const value = object[key];
  return value === undefined || value === null || value === '' ? null : currencyCode(object, key, path);
}

const DECIMAL = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?$/;

/** A decimal number, given as text or number, as decimal text; null where there is none. Raises `bad_input`. */
export function decimalOrNull(object: JsonObject, key: string, path = ''): string | null {
  const value = object[key];
  if (value === undefined || value === null) return null;
  const written = typeof value === 'number' ? String(value) : value;
  return typeof written === 'string' && DECIMAL.test(written)
    ? written
    : refuse(path + key, 'must be a decimal number');
}

/** A nested object as JSON text, `{}` where there is none. */
export function jsonText(value: unknown): string {
  if (value === undefined || value === null) return '{}';
  for (const _ in value as object) return JSON.stringify(value);
  return '{}';
}
