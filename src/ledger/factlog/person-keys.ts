// The keys of persons: made when their first personal field comes in, gone when they are erased.
import { createSecretKey, type KeyObject } from 'node:crypto';
import type { RandomBytes } from '../../kernel/index.ts';
import type { WriteHandle } from '../projection.ts';
import { PERSON_KEY_BYTES } from './seal.ts';
import { personKeys } from './tables.ts';

/** Keys held in memory, so that a person met again costs no query. */
const KEYS_HELD = 200_000;

/** What selects stored keys, whether a transaction is open or not. */
export type SelectKeys = (persons: readonly string[]) => Promise<{ person: string; key: Uint8Array | null }[]>;

export class PersonKeys {
  readonly #select: SelectKeys;
  /** By person, as the objects that ciphers take fastest; null for the erased. */
  readonly #held = new Map<string, KeyObject | null>();

  constructor(select: SelectKeys) {
    this.#select = select;
  }

  /** Brings the keys of the persons into memory. */
  async load(persons: Iterable<string>): Promise<void> {
    if (this.#held.size > KEYS_HELD) this.#held.clear();
    const missing = [...new Set(persons)].filter((person) => !this.#held.has(person));
    if (missing.length === 0) return;
    for (const { person, key } of await this.#select(missing))
      this.#held.set(person, key === null ? null : createSecretKey(key));
  }

  /** Makes keys for those among the persons who have none; `load` came before. */
  async make(persons: Iterable<string>, write: WriteHandle, randomBytes: RandomBytes): Promise<void> {
    const missing = [...new Set(persons)].filter((person) => !this.#held.has(person));
    if (missing.length === 0) return;
    const bytes = randomBytes(PERSON_KEY_BYTES * missing.length);
    const rows = missing.map((person, index) => {
      const key = bytes.slice(index * PERSON_KEY_BYTES, (index + 1) * PERSON_KEY_BYTES);
      this.#held.set(person, createSecretKey(key));
      return { person, key, erased_seq: null };
    });
    await write.insertRows(personKeys, rows);
  }

  /** The person's key; null when the person was erased, undefined when there never was one. */
  of(person: string): KeyObject | null | undefined {
    return this.#held.get(person);
  }

  /** Deletes the person's key for good. */
  async forget(person: string, erasedSeq: number, write: WriteHandle): Promise<void> {
    await write.upsertRows(personKeys, [{ person, key: null, erased_seq: erasedSeq }]);
    this.#held.set(person, null);
  }

  /** Drops what is in memory, after a transaction was undone. */
  reset(): void {
    this.#held.clear();
  }
}
