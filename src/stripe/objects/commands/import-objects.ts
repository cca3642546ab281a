// Taking Stripe objects and events in: from files as the API or the Stripe CLI prints them, or from memory.
import { stat } from 'node:fs/promises';
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Actor, NewFact, Run, WritableLedger } from '../../../ledger/index.ts';
import { isKnownType } from '../content.ts';
import { documentsOf } from '../import/documents.ts';
import { isObject } from '../fields.ts';
import { entriesOf, type Entry, type ImportProblem, parseDocument, problemOf } from '../import/entries.ts';
import type { SplitDocument } from '../import/splitter.ts';
import { factsOf, type StripeFact } from '../new-facts.ts';

/** Facts appended in one transaction. */
const CHUNK_FACTS = 2_000;
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

/** Imports files of JSON Lines or printed JSON. Raises `file_unreadable` before anything is changed. */
export async function importFiles(
  ledger: WritableLedger,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  let bytesTotal = 0;
  for (const path of paths) bytesTotal += await sizeOf(path);
  return importFrom(ledger, (onBytes) => entriesOfFiles(paths, onBytes), bytesTotal, options);
}

/**
 * Imports objects that are in memory, which may be made as they are taken. An object that stands expanded inside
 * another one is replaced by its id there.
 */
export async function importObjects(
  ledger: WritableLedger,
  objects: Iterable<unknown>,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const kept = options.isStrict === true ? [...objects] : objects;
  return importFrom(ledger, () => entriesOfObjects(kept), 0, options);
}

/** Entries in groups as they were read; what could not be parsed stands among them as a problem. */
type Entries = AsyncIterable<readonly (Entry | ImportProblem)[]>;
type EntrySource = (onBytes: (bytes: number) => void) => Entries;

async function importFrom(
  ledger: WritableLedger,
  source: EntrySource,
  bytesTotal: number,
  options: ImportOptions,
): Promise<ImportResult> {
  if (options.isStrict === true) {
    const checked = new Intake(bytesTotal, 'checking', options);
    await checked.takeAll(source, async () => {});
    if (checked.problemCount > 0 || checked.isCanceled) return checked.result(null, new Map());
  }
  const intake = new Intake(bytesTotal, 'reading', options);
  let run: Run | null = null;
  await intake.takeAll(source, async (facts) => {
    run ??= await ledger.beginRun(options.actor ?? 'import');
    await run.append(facts);
  });
  const begun = run as Run | null;
  if (begun === null) return intake.result(null, new Map());
  await begun.settle((left) => intake.tell('settling', left));
  const rows = await ledger.read
    .selectFrom('stripe_imports')
    .select(['type', 'added'])
    .where('batch', '=', begun.batch)
    .execute();
  return intake.result(rows.length === 0 ? null : begun.batch, new Map(rows.map((row) => [row.type, row.added])));
}

/** One pass over everything that is to be taken in. */
class Intake {
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

async function* entriesOfFiles(paths: readonly string[], onBytes: (bytes: number) => void): Entries {
  for (const path of paths) {
    try {
      for await (const documents of documentsOf(path, onBytes)) yield parsed(path, documents);
    } catch (cause) {
      throw unreadable(path, cause);
    }
  }
}

function parsed(path: string, documents: readonly SplitDocument[]): (Entry | ImportProblem)[] {
  const entries: (Entry | ImportProblem)[] = [];
  for (const document of documents) {
    const found = parseDocument(path, document);
    if (Array.isArray(found)) for (const entry of found) entries.push(entry);
    else entries.push(found);
  }
  return entries;
}

/** What is changed in splitting an object is copied first: its top, and for an event the object in it. */
function copied(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { data } = value;
  if (value['object'] !== 'event' || !isObject(data)) return { ...value };
  const { object, previous_attributes: previous } = data;
  return {
    ...value,
    data: {
      ...data,
      ...(isObject(object) ? { object: { ...object } } : {}),
      ...(isObject(previous) ? { previous_attributes: { ...previous } } : {}),
    },
  };
}

async function* entriesOfObjects(objects: Iterable<unknown>): Entries {
  let group: Entry[] = [];
  let number = 0;
  for (const object of objects) {
    number += 1;
    for (const entry of entriesOf('objects', number, object)) group.push({ ...entry, value: copied(entry.value) });
    if (group.length < CHUNK_FACTS) continue;
    yield group;
    group = [];
  }
  yield group;
}

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile() || found.isFIFO()) return found.size;
  } catch (cause) {
    throw unreadable(path, cause);
  }
  throw new CountinghouseError('file_unreadable', {
    what: 'is not a file',
    where: path,
    fix: 'Name a file of JSON Lines',
  });
}

function unreadable(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'ENOENT') {
    return new CountinghouseError(
      'file_unreadable',
      { what: 'there is no such file', where: path, fix: 'Check the path' },
      cause,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' || code === 'EIO') {
    return new CountinghouseError('file_unreadable', { what: `the file cannot be read (${code})`, where: path }, cause);
  }
  return cause;
}
