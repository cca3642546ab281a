// Reads single facts: those of a subject, those of a person, the one at a place in the log.
import { CountinghouseError } from '../../kernel/index.ts';
import type { Session } from '../dialects/engine.ts';
import type { Fact } from '../fact.ts';
import { openBlock, type Content } from './codec.ts';
import type { FactKinds } from './kinds.ts';
import { PersonKeys } from './person-keys.ts';
import { SELECT_FACTS, factFrom, type StoredBlock, type StoredCommit, type StoredFact } from './stored.ts';

/** How a session names its first parameter. */
export type Placeholder = (position: number) => string;

export interface FactWithContent {
  readonly fact: Fact;
  readonly hash: string;
  readonly payloadText: string;
}

/** Reads in one session; keys are asked for every time, so that an erasure elsewhere is seen. */
export class FactReader {
  readonly #session: Session;
  readonly #placeholder: Placeholder;
  readonly #kinds: FactKinds;

  constructor(session: Session, placeholder: Placeholder, kinds: FactKinds) {
    this.#session = session;
    this.#placeholder = placeholder;
    this.#kinds = kinds;
  }

  ofSubject(subject: string): Promise<FactWithContent[]> {
    return this.#select('f.subject', subject);
  }

  ofPerson(person: string): Promise<FactWithContent[]> {
    return this.#select('f.person', person);
  }

  /** The fact at the place. Raises `not_found`. */
  async at(seq: number): Promise<FactWithContent> {
    const [found] = await this.#select('f.seq', seq);
    if (found === undefined) throw new CountinghouseError('not_found', { what: `The ledger holds no fact ${seq}` });
    return found;
  }

  async #select(column: string, value: string | number): Promise<FactWithContent[]> {
    const { rows } = await this.#session.query<StoredFact>(
      `${SELECT_FACTS} where ${column} = ${this.#placeholder(1)} order by f.seq`,
      [value],
    );
    const keys = new PersonKeys(async (persons) => {
      const found = await Promise.all(
        persons.map((person) =>
          this.#session.query<{ person: string; key: Uint8Array | null }>(
            `select person, key from person_keys where person = ${this.#placeholder(1)}`,
            [person],
          ),
        ),
      );
      return found.flatMap((answer) => answer.rows);
    });
    await keys.load(rows.flatMap(({ person }) => (person === null ? [] : [person])));
    const read: FactWithContent[] = [];
    let block: { readonly stored: StoredBlock; readonly commit: StoredCommit; readonly contents: Content[] } | null =
      null;
    for (const row of rows) {
      if (block === null || row.seq > block.stored.last_seq) block = await this.#blockOf(row.seq);
      const content = block.contents[row.seq - block.stored.first_seq];
      if (content === undefined) throw missing(row.seq);
      read.push({
        fact: factFrom(row, block.commit, content, this.#kinds, keys),
        hash: Buffer.from(row.hash).toString('hex'),
        payloadText: content.payload.toString('utf8'),
      });
    }
    return read;
  }

  async #blockOf(seq: number): Promise<{ stored: StoredBlock; commit: StoredCommit; contents: Content[] }> {
    const at = this.#placeholder(1);
    const blocks = await this.#session.query<StoredBlock>(
      `select first_seq, last_seq, commit_no, body from fact_blocks where first_seq <= ${at} order by first_seq desc limit 1`,
      [seq],
    );
    const stored = blocks.rows[0];
    if (stored === undefined) throw missing(seq);
    const found = await this.#session.query<StoredCommit>(`select * from commits where commit_no = ${at}`, [
      stored.commit_no,
    ]);
    const commit = found.rows[0];
    if (commit === undefined) throw missing(seq);
    return { stored, commit, contents: openBlock(stored.body, stored.first_seq) };
  }
}

function missing(seq: number): CountinghouseError {
  return new CountinghouseError('ledger_corrupt', {
    what: `The content of fact ${seq} is missing`,
    fix: 'Restore the ledger from a backup: countinghouse restore',
  });
}
