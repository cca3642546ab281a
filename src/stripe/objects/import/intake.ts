// One pass over everything that is to be taken in: entries become facts, facts go in by the thousand, and all is counted.
import type { Actor, NewFact } from '../../../ledger/index.ts';
import { isKnownType } from '../content.ts';
import { factsOf, type StripeFact } from '../new-facts.ts';
import { type Entry, type ImportProblem, problemOf } from './entries.ts';
import type { EntrySource } from './sources.ts';

/** Facts appended in one transaction. */
const CHUNK_FACTS = 10_000;
/** Problems told one by one; all are counted. */
const PROBLEMS_TOLD = 1_000;

export interface ImportProgress {
  readonly phase: 'checking' | 'reading' | 'settling';
  readonly bytesRead: number;
  /** 0 where it is not known. */
  readonly bytesTotal: number;
  readonly objects: number;
  /** While settling: customers whose figures are still to be worked out. */
  readonly left: number;
}

export interface ImportOptions {
  /** Changes nothing at all when anything is wrong. */
  readonly isStrict?: boolean;
  readonly actor?: Actor;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Once aborted, what was taken in so far is settled and the rest left out. */
  readonly signal?: AbortSignal;
}

export interface TypeCount {
  /** As Stripe names it. */
  readonly type: string;
  readonly added: number;
  /** Already in the ledger. */
  readonly known: number;
  /** False for types that are kept as facts and make no rows. */
  readonly isKnownType: boolean;
}

export interface ImportResult {
  /** Null when nothing was appended. */
  readonly batch: number | null;
  /** By type, in the order of the names; objects expanded inside others are counted too. */
  readonly types: readonly TypeCount[];
  readonly added: number;
  readonly known: number;
  /** The first thousand; `problemCount` counts all. */
  readonly problems: readonly ImportProblem[];
  readonly problemCount: number;
  readonly isCanceled: boolean;
}

/** One pass over everything that is to be taken in. */
export class Intake {
  readonly #given = new Map<string, number>();
  readonly #problems: ImportProblem[] = [];
  readonly #bytesTotal: number;
  readonly #phase: 'checking' | 'reading';
  readonly #options: ImportOptions;
  #bytesRead = 0;
  #objects = 0;
  problemCount = 0;
  isCanceled = false;

  constructor(bytesTotal: number, phase: 'checking' | 'reading', options: ImportOptions) {
    this.#bytesTotal = bytesTotal;
    this.#phase = phase;
    this.#options = options;
  }

  async takeAll(source: EntrySource, append: (facts: NewFact[]) => Promise<void>): Promise<void> {
    let facts: NewFact[] = [];
    const entries = source((bytes) => {
      this.#bytesRead += bytes;
    });
    for await (const group of entries) {
      for (const entry of group) {
        if (this.#isStopped()) break;
        for (const { type, fact } of this.#factsOf(entry)) {
          this.#given.set(type, (this.#given.get(type) ?? 0) + 1);
          facts.push(fact);
        }
        if (facts.length < CHUNK_FACTS) continue;
        await append(facts);
        facts = [];
        this.tell(this.#phase, 0);
      }
      if (this.#isStopped()) break;
    }
    if (facts.length > 0 && !(this.#phase === 'checking')) await append(facts);
    this.tell(this.#phase, 0);
  }

  #isStopped(): boolean {
    if (this.#options.signal?.aborted === true) this.isCanceled = true;
    return this.isCanceled || (this.#phase === 'checking' && this.problemCount > 0);
  }

  #factsOf(entry: Entry | ImportProblem): readonly StripeFact[] {
    if ('message' in entry) return this.#keep(entry);
    this.#objects += 1;
    try {
      return factsOf(entry.value);
    } catch (cause) {
      return this.#keep(problemOf(entry, cause));
    }
  }

  #keep(problem: ImportProblem): readonly StripeFact[] {
    this.problemCount += 1;
    if (this.#problems.length < PROBLEMS_TOLD) this.#problems.push(problem);
    return [];
  }

  tell(phase: ImportProgress['phase'], left: number): void {
    this.#options.onProgress?.({
      phase,
      bytesRead: this.#bytesRead,
      bytesTotal: this.#bytesTotal,
      objects: this.#objects,
      left,
    });
  }

  result(batch: number | null, added: ReadonlyMap<string, number>): ImportResult {
    const isUnchanged = this.#phase === 'checking';
    const types = [...(isUnchanged ? [] : this.#given)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, given]) => {
        const count = added.get(type) ?? 0;
        return { type, added: count, known: given - count, isKnownType: isKnownType(type) };
      });
    return {
      batch,
      types,
      added: types.reduce((sum, { added: count }) => sum + count, 0),
      known: types.reduce((sum, { known: count }) => sum + count, 0),
      problems: this.#problems,
      problemCount: this.problemCount,
      isCanceled: this.isCanceled,
    };
  }
}
