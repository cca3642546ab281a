// What can be asked about Stripe objects as such: one as it is stored, and how far observation reaches.
import { CountinghouseError } from '../../kernel/index.ts';
import type { ReadableLedger, ReadHandle } from '../../ledger/index.ts';
import type { StripePayload } from './facts.ts';
import { isObject, type JsonObject } from './fields.ts';
import { joinPersonal } from './split/personal.ts';
import type { StripeCoverageRow } from './tables.ts';

export interface StoredObject {
  readonly id: string;
  readonly type: string;
  /** As it was given, with expanded objects replaced by their ids; erased personal fields are null. */
  readonly object: JsonObject;
  readonly factSeq: number;
  /** Hex SHA-256 of the fact in the chain. */
  readonly factHash: string;
  readonly recordedAt: number;
  /** When the object was as it is given here, in epoch seconds; a lower bound where no event dates it. */
  readonly asOfAt: number;
  /** The event or object that it stood in; null when it came by itself. */
  readonly insideOf: string | null;
  readonly isDeleted: boolean;
}

/** The greatest observation of a Stripe object of any type, events included. Raises `not_found`. */
export async function storedObject(ledger: ReadableLedger, id: string): Promise<StoredObject> {
  const rows = await ledger.read
    .selectFrom('stripe_objects')
    .selectAll()
    .where('id', '=', id)
    .orderBy('type')
    .execute();
  const row = rows.find(({ version_key: key }) => key !== '') ?? rows[0];
  if (row === undefined) {
    throw new CountinghouseError('not_found', {
      what: `no Stripe object "${id}" is in the ledger`,
      fix: 'Check its id',
    });
  }
  const fact = await ledger.fact(row.fact_seq);
  const given = joinPersonal((fact.payload as StripePayload).object, fact.personal);
  const object = isObject(given) ? (findObject(given, id) ?? given) : {};
  return {
    id,
    type: row.type,
    object,
    factSeq: row.fact_seq,
    factHash: fact.hash,
    recordedAt: fact.recordedAt,
    asOfAt: row.as_of_at,
    insideOf: fact.subject === id ? null : fact.subject,
    isDeleted: row.is_deleted === 1,
  };
}

/** The object with the id, wherever in the value it stands. */
function findObject(value: unknown, id: string): JsonObject | null {
  if (Array.isArray(value)) return firstOf(value, id);
  if (!isObject(value)) return null;
  return value['id'] === id && typeof value['object'] === 'string' ? value : firstOf(Object.values(value), id);
}

function firstOf(values: readonly unknown[], id: string): JsonObject | null {
  for (const value of values) {
    const found = findObject(value, id);
    if (found !== null) return found;
  }
  return null;
}

/** Distinct objects and the latest observation of each type, by type. */
export async function coverage(read: ReadHandle): Promise<StripeCoverageRow[]> {
  return read.selectFrom('stripe_coverage').selectAll().orderBy('type').execute();
}

/** The latest instant that anything observed tells of, in epoch seconds; null before anything was. */
export async function latestObservedAt(read: ReadHandle): Promise<number | null> {
  const row = await read
    .selectFrom('stripe_coverage')
    .select(({ fn }) => fn.max('latest_as_of_at').as('latest_at'))
    .executeTakeFirst();
  return row?.latest_at ?? null;
}
