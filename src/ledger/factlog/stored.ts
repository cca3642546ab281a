// Stored rows of the log, as queries give them, turned into facts.
import { known, type Instant } from '../../kernel/index.ts';
import type { Fact } from '../fact.ts';
import type { CommitForm, Header } from './chain.ts';
import type { Content } from './codec.ts';
import type { FactKinds } from './kinds.ts';
import type { PersonKeys } from './person-keys.ts';
import { unseal } from './seal.ts';

export interface StoredFact {
  readonly seq: number;
  readonly kind: string;
  readonly version: number;
  readonly subject: string;
  readonly person: string | null;
  readonly effective_at: number;
  readonly hash: Uint8Array;
}

export interface StoredCommit {
  readonly commit_no: number;
  readonly batch: number;
  readonly form: string;
  readonly actor: string;
  readonly recorded_at: number;
  readonly first_seq: number;
  readonly last_seq: number;
}

export interface StoredBlock {
  readonly first_seq: number;
  readonly last_seq: number;
  readonly commit_no: number;
  readonly body: Uint8Array;
}

/** What selects facts with their kinds; a condition follows. */
export const SELECT_FACTS = `select f.seq, k.kind, k.version, f.subject, f.person, f.effective_at, f.hash
  from facts f join fact_kinds k on k.kind_no = f.kind_no`;

/** A fact as it is read: its current version, its personal fields opened when its person's key is there. */
export function factFrom(
  stored: StoredFact,
  commit: StoredCommit,
  content: Content,
  kinds: FactKinds,
  keys: PersonKeys,
): Fact {
  const { version, payload } = kinds.lift(stored.kind, stored.version, JSON.parse(content.payload.toString('utf8')));
  return {
    seq: stored.seq,
    batch: commit.batch,
    effectiveAt: stored.effective_at as Instant,
    recordedAt: commit.recorded_at as Instant,
    actor: commit.actor,
    kind: stored.kind,
    version,
    subject: stored.subject,
    person: stored.person,
    payload,
    personal: personalOf(stored, content, keys),
  };
}

/** The header that the fact was hashed with. */
export function headerFrom(stored: StoredFact, commit: StoredCommit): Header {
  return {
    seq: stored.seq,
    commitNo: commit.commit_no,
    form: commit.form as CommitForm,
    batch: commit.batch,
    recordedAt: commit.recorded_at,
    actor: commit.actor,
    effectiveAt: stored.effective_at,
    kind: stored.kind,
    version: stored.version,
    subject: stored.subject,
    person: stored.person,
  };
}

function personalOf(stored: StoredFact, content: Content, keys: PersonKeys): unknown {
  if (content.sealed.length === 0) return null;
  const key = keys.of(known(stored.person, 'sealed fields belong to a person'));
  return key === null || key === undefined ? null : JSON.parse(unseal(content.sealed, key, stored.subject));
}
