// Appends facts: leaves out what is known, seals what is personal, chains, packs into blocks, inserts.
import type { Instant } from '../../kernel/index.ts';
import { assert } from '../../kernel/index.ts';
import type { Sources } from '../contract.ts';
import type { Engine } from '../dialects/engine.ts';
import type { Actor, Fact, NewFact } from '../fact.ts';
import { Chain, type CommitForm } from './chain.ts';
import { BlockBuilder } from './codec.ts';
import { digestBytes } from './digest.ts';
import { moveHead, type HeadRow } from './head.ts';
import type { FactKinds } from './kinds.ts';
import { digestWithoutPerson, type Fresh, freshAmong } from './known-content.ts';
import type { PersonKeys } from './person-keys.ts';
import { NONCE_BYTES, seal } from './seal.ts';
import { commits, factBlocks, factKinds, facts as factsTable } from './tables.ts';

const NO_BYTES = new Uint8Array();

/** The transaction that facts enter in. */
export interface Entry {
  readonly head: HeadRow;
  readonly form: CommitForm;
  readonly batch: number;
  readonly actor: Actor;
  readonly recordedAt: number;
}

export interface Appended {
  readonly facts: readonly Fact[];
  readonly head: HeadRow;
}

/** A fact that is not known yet, checked. */
interface Checked extends Fresh {
  readonly version: number;
}

export class FactWriter {
  readonly #engine: Engine;
  readonly #kinds: FactKinds;
  readonly #keys: PersonKeys;
  readonly #sources: Sources;
  readonly #salt: string;
  readonly #blocks = new BlockBuilder();
  /** Numbers of kinds by `kind version`. */
  readonly #kindNumbers = new Map<string, number>();

  constructor(engine: Engine, kinds: FactKinds, keys: PersonKeys, sources: Sources, salt: string) {
    this.#engine = engine;
    this.#kinds = kinds;
    this.#keys = keys;
    this.#sources = sources;
    this.#salt = salt;
  }

  /** Appends what is not known yet and moves the head; null when everything is known and nothing was written. */
  async append(entry: Entry, newFacts: readonly NewFact[]): Promise<Appended | null> {
    const withPersons = newFacts.flatMap(({ person }) => (person === undefined ? [] : [person]));
    await this.#keys.load(withPersons);
    const fresh = (await freshAmong(this.#engine, this.#keys, this.#salt, newFacts)).map(
      (one): Checked => ({ ...one, version: this.#kinds.check(one.fact) }),
    );
    if (fresh.length === 0) return null;
    const sealing = fresh.flatMap(({ fact, isErased }) =>
      fact.person !== undefined && hasPersonal(fact) && !isErased ? [fact.person] : [],
    );
    await this.#keys.make(sealing, this.#engine.write, this.#sources.randomBytes);
    await this.#numberKinds(fresh);
    const nonces = sealing.length === 0 ? NO_BYTES : this.#sources.randomBytes(NONCE_BYTES * sealing.length);
    return this.#insert(entry, fresh, nonces);
  }

  /** The digest that recognizes a fact of an erased person: of its payload alone. */
  digestWithoutPerson(kind: string, payloadText: string): Buffer {
    return digestBytes(digestWithoutPerson(this.#salt, kind, payloadText));
  }

  /** Drops what is in memory, after a transaction was undone. */
  reset(): void {
    this.#keys.reset();
    this.#kindNumbers.clear();
    if (this.#blocks.count > 0) this.#blocks.finish();
  }

  async #numberKinds(fresh: readonly Checked[]): Promise<void> {
    const names = new Set(fresh.map(({ fact, version }) => `${fact.kind} ${version}`));
    if ([...names].every((name) => this.#kindNumbers.has(name))) return;
    const { rows } = await this.#engine.session.query<{ kind_no: number; kind: string; version: number }>(
      'select kind_no, kind, version from fact_kinds',
      [],
    );
    for (const { kind_no, kind, version } of rows) this.#kindNumbers.set(`${kind} ${version}`, kind_no);
    let last = rows.length;
    const added = [...names]
      .filter((name) => !this.#kindNumbers.has(name))
      .map((name) => {
        last += 1;
        this.#kindNumbers.set(name, last);
        const [kind = '', version = ''] = name.split(' ');
        return { kind_no: last, kind, version: Number(version) };
      });
    await this.#engine.write.insertRows(factKinds, added);
  }

  async #insert(
    { head, form, batch, actor, recordedAt }: Entry,
    fresh: readonly Checked[],
    nonces: Uint8Array,
  ): Promise<Appended> {
    const commitNo = head.commitNo + 1;
    const chain = new Chain(head.hash);
    const appended: Fact[] = [];
    const rows = [];
    const blocks = [];
    let seq = head.seq;
    let firstOfBlock = seq + 1;
    let nonceAt = 0;
    for (const { fact, version, payloadText, digest, isErased } of fresh) {
      seq += 1;
      const person = fact.person ?? null;
      const personal = isErased || !hasPersonal(fact) ? null : fact.personal;
      const nonce = personal === null ? null : nonces.subarray(nonceAt, (nonceAt += NONCE_BYTES));
      const content = this.#blocks.add(payloadText, nonce === null ? null : this.#seal(fact, personal, nonce));
      const header = {
        seq,
        commitNo,
        form,
        batch,
        recordedAt,
        actor,
        effectiveAt: fact.effectiveAt,
        kind: fact.kind,
        version,
        subject: fact.subject,
        person,
      };
      const kindNo = this.#kindNumbers.get(`${fact.kind} ${version}`);
      assert(kindNo !== undefined, 'every kind of the facts is numbered');
      rows.push({
        seq,
        kind_no: kindNo,
        subject: fact.subject,
        person,
        effective_at: fact.effectiveAt,
        digest: digest === null ? null : digestBytes(digest),
        hash: chain.add(header, content),
      });
      appended.push({
        seq,
        batch,
        effectiveAt: fact.effectiveAt,
        recordedAt: recordedAt as Instant,
        actor,
        kind: fact.kind,
        version,
        subject: fact.subject,
        person,
        payload: fact.payload,
        personal,
      });
      if (this.#blocks.isFull) {
        blocks.push({ first_seq: firstOfBlock, last_seq: seq, commit_no: commitNo, body: this.#blocks.finish() });
        firstOfBlock = seq + 1;
      }
    }
    if (this.#blocks.count > 0)
      blocks.push({ first_seq: firstOfBlock, last_seq: seq, commit_no: commitNo, body: this.#blocks.finish() });
    const { write } = this.#engine;
    await write.insertRows(factsTable, rows);
    await write.insertRows(factBlocks, blocks);
    await write.insertRows(commits, [
      { commit_no: commitNo, batch, form, actor, recorded_at: recordedAt, first_seq: head.seq + 1, last_seq: seq },
    ]);
    const moved = { seq, hash: chain.hash, recordedAt, commitNo, batch: Math.max(head.batch, batch) };
    await moveHead(this.#engine, moved);
    return { facts: appended, head: moved };
  }

  #seal(fact: NewFact, personal: unknown, nonce: Uint8Array): Buffer {
    const key = fact.person === undefined ? null : this.#keys.of(fact.person);
    assert(key !== null && key !== undefined, 'personal fields belong to a person with a key');
    return seal(JSON.stringify(personal), key, fact.subject, nonce);
  }
}

function hasPersonal(fact: NewFact): boolean {
  return fact.personal !== undefined && fact.personal !== null;
}
