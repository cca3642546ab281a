// Answers that are costly to make, kept while the ledger stays as it is: rows follow from facts, so that the hash of the
// last fact says whether an answer still holds.
import { headHash, type ReadHandle } from '../../../ledger/index.ts';

/** Keeps the answers used last, at most `limit` of them. */
export class Memory<T> {
  readonly #limit: number;
  readonly #kept = new Map<string, Promise<T>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer under the key in the state that is read, made now if it is not kept. */
  async recall(read: ReadHandle, key: string, make: () => Promise<T>): Promise<T> {
    const full = `${await headHash(read)}|${key}`;
    const kept = this.#kept.get(full);
    const answer = kept ?? make();
    this.#kept.delete(full);
    this.#kept.set(full, answer);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#limit && oldest !== undefined) this.#kept.delete(oldest);
    try {
      return await answer;
    } catch (error) {
      this.#kept.delete(full);
      throw error;
    }
  }
}
