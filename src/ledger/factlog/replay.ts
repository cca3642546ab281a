// Reads the whole log in order, transaction by transaction, as it was written.
import { CountinghouseError } from '../../kernel/index.ts';
import type { Engine, Session } from '../dialects/engine.ts';
import type { Fact } from '../fact.ts';
import { Chain, genesis, type CommitForm } from './chain.ts';
import { openBlock, type Content } from './codec.ts';
import type { FactKinds } from './kinds.ts';
import { PersonKeys } from './person-keys.ts';
import { SELECT_FACTS, factFrom, headerFrom, type StoredBlock, type StoredCommit, type StoredFact } from './stored.ts';

/** Facts read at a time. */
const WINDOW_FACTS = 2_000;

export interface ReplayedCommit {
  readonly commitNo: number;
  readonly batch: number;
  readonly form: CommitForm;
  readonly actor: string;
  readonly recordedAt: number;
  readonly lastSeq: number;
  readonly facts: readonly Fact[];
}

export interface ReplayOptions {
  readonly kinds: FactKinds;
  /** Kinds whose contents are wanted; facts of others are checked and left out. */
  readonly wanted: ReadonlySet<string>;
  /** Whether every fact's hash is computed again. */
  readonly isChecked: boolean;
}

/** The log is not what its hashes say; `seq` is the first fact that is not. */
export class BrokenChain extends Error {
  readonly seq: number;
  readonly stored: string;
  readonly expected: string;

  constructor(seq: number, stored: string, expected: string) {
    super(`the chain breaks at fact ${seq}`);
    this.seq = seq;
    this.stored = stored;
    this.expected = expected;
  }
}

/** Every transaction in order. Raises `BrokenChain` where the log is not whole and unchanged. */
export async function* replayedCommits(
  engine: Engine,
  session: Session,
  options: ReplayOptions,
): AsyncGenerator<ReplayedCommit> {
  const { dialect } = engine;
  const keys = new PersonKeys(async (persons) => {
    const { condition, parameter } = dialect.among('person', persons);
    return (
      await session.query<{ person: string; key: Uint8Array | null }>(
        `select person, key from person_keys where ${condition}`,
        [parameter],
      )
    ).rows;
  });
  const chain = options.isChecked ? new Chain(genesis()) : null;
  let lastSeq = 0;
  for (let after = 0; ; ) {
    const commits = await nextCommits(session, dialect.placeholder(1), after);
    const last = commits.at(-1);
    if (last === undefined) break;
    after = last.commit_no;
    const window = await readWindow(engine, session, lastSeq + 1, last.last_seq);
    await keys.load(window.facts.flatMap(({ person }) => (person === null ? [] : [person])));
    let at = 0;
    for (const commit of commits) {
      if (commit.first_seq !== lastSeq + 1 || commit.last_seq < commit.first_seq) {
        throw new BrokenChain(
          lastSeq + 1,
          `transaction ${commit.commit_no} from ${commit.first_seq}`,
          `a transaction from ${lastSeq + 1}`,
        );
      }
      const facts: Fact[] = [];
      for (; lastSeq < commit.last_seq; at += 1) {
        const stored = window.facts[at];
        const content = window.contents[at];
        lastSeq += 1;
        if (stored?.seq !== lastSeq || content === undefined) throw new BrokenChain(lastSeq, 'missing', 'a fact');
        if (chain !== null) checkHash(chain, stored, commit, content);
        if (options.wanted.has(stored.kind)) facts.push(readFact(stored, commit, content, options.kinds, keys));
      }
      yield {
        commitNo: commit.commit_no,
        batch: commit.batch,
        form: commit.form as CommitForm,
        actor: commit.actor,
        recordedAt: commit.recorded_at,
        lastSeq: commit.last_seq,
        facts,
      };
    }
  }
}

/** The next transactions after the given one, together about a window of facts. */
async function nextCommits(session: Session, placeholder: string, after: number): Promise<StoredCommit[]> {
  const { rows } = await session.query<StoredCommit>(
    `select * from commits where commit_no > ${placeholder} order by commit_no limit ${WINDOW_FACTS}`,
    [after],
  );
  const first = rows[0];
  if (first === undefined) return [];
  return rows.filter((commit, index) => index === 0 || commit.last_seq - first.first_seq < WINDOW_FACTS);
}

async function readWindow(
  engine: Engine,
  session: Session,
  firstSeq: number,
  lastSeq: number,
): Promise<{ facts: StoredFact[]; contents: Content[] }> {
  const [from, to] = [engine.dialect.placeholder(1), engine.dialect.placeholder(2)];
  const facts = await session.query<StoredFact>(
    `${SELECT_FACTS} where f.seq between ${from} and ${to} order by f.seq`,
    [firstSeq, lastSeq],
  );
  const blocks = await session.query<StoredBlock>(
    `select first_seq, last_seq, commit_no, body from fact_blocks where first_seq between ${from} and ${to} order by first_seq`,
    [firstSeq, lastSeq],
  );
  return { facts: facts.rows, contents: blocks.rows.flatMap(({ body, first_seq }) => openBlock(body, first_seq)) };
}

function checkHash(chain: Chain, stored: StoredFact, commit: StoredCommit, content: Content): void {
  const computed = chain.add(headerFrom(stored, commit), content);
  if (computed.compare(stored.hash) === 0) return;
  throw new BrokenChain(stored.seq, Buffer.from(stored.hash).toString('hex'), computed.toString('hex'));
}

function readFact(
  stored: StoredFact,
  commit: StoredCommit,
  content: Content,
  kinds: FactKinds,
  keys: PersonKeys,
): Fact {
  try {
    return factFrom(stored, commit, content, kinds, keys);
  } catch (thrown) {
    if (thrown instanceof CountinghouseError) throw thrown;
    throw new CountinghouseError(
      'ledger_corrupt',
      {
        what: `Fact ${stored.seq} (${stored.kind} ${stored.subject}) cannot be read`,
        fix: 'Restore the ledger from a backup: countinghouse restore',
      },
      thrown,
    );
  }
}
