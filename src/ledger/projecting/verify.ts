// Proves a ledger from its facts: replays them into an empty scratch ledger and compares every row.
import type { Schema } from '../contract.ts';
import { createTables } from '../dialects/ddl.ts';
import type { Engine, Session } from '../dialects/engine.ts';
import { headOf, readHead } from '../factlog/head.ts';
import { FactKinds } from '../factlog/kinds.ts';
import { BrokenChain } from '../factlog/replay.ts';
import type { Difference, LedgerProgress, Verification } from '../options.ts';
import { compareTable } from './compare.ts';
import { Pipeline } from './pipeline.ts';
import { replay } from './rebuild.ts';

export interface VerifyParts {
  readonly source: Engine;
  /** A session on the source whose state does not change meanwhile. */
  readonly session: Session;
  /** Where the facts are replayed into; empty. */
  readonly scratch: Engine;
  readonly schema: Schema;
  readonly onProgress?: ((progress: LedgerProgress) => void) | undefined;
}

/** Checks the chain and compares every row of every projected table. Names the first difference. */
export async function verifyEngine(parts: VerifyParts): Promise<Verification> {
  const { session, schema, scratch } = parts;
  const head = await readHead(session);
  const done = (facts: number, rows: number, difference: Difference | null): Verification => ({
    isIntact: difference === null,
    difference,
    facts,
    rows,
    head: headOf(head),
  });
  const tables = schema.projections.flatMap((projection) => projection.tables);
  return scratch.transaction(async () => {
    await createTables(scratch.session, scratch.dialect, tables);
    let facts = 0;
    try {
      facts = await replayInto(parts);
    } catch (thrown) {
      if (!(thrown instanceof BrokenChain)) throw thrown;
      return done(thrown.seq - 1, 0, chainDifference(thrown.seq, thrown.stored, thrown.expected));
    }
    const broken = await checkEnd(session, facts, Buffer.from(head.hash).toString('hex'), head.seq);
    if (broken !== null) return done(facts, 0, broken);
    let rows = 0;
    for (const [index, table] of tables.entries()) {
      parts.onProgress?.({ stage: 'comparing', done: index, total: tables.length });
      const compared = await compareTable(table, session, scratch.session);
      rows += compared.rows;
      if (compared.difference !== null) return done(facts, rows, compared.difference);
    }
    return done(facts, rows, null);
  });
}

function replayInto({ source, session, scratch, schema, onProgress }: VerifyParts): Promise<number> {
  return replay({
    source,
    sourceSession: session,
    target: scratch,
    kinds: new FactKinds(schema.factKinds),
    pipeline: new Pipeline(schema.projections),
    isChecked: true,
    onProgress,
  });
}

/** The log ends where its head says, with the hash that the head says. */
async function checkEnd(
  session: Session,
  facts: number,
  headHash: string,
  headSeq: number,
): Promise<Difference | null> {
  const { rows } = await session.query<{ seq: number; hash: Uint8Array }>(
    'select seq, hash from facts order by seq desc limit 1',
    [],
  );
  const last = rows[0] ?? { seq: 0, hash: Buffer.alloc(32) };
  if (last.seq !== facts) return chainDifference(facts + 1, 'a fact outside all transactions', 'no fact');
  if (headSeq !== facts) return chainDifference(headSeq, `a head at ${headSeq}`, `a head at ${facts}`);
  const lastHash = Buffer.from(last.hash).toString('hex');
  return lastHash === headHash ? null : chainDifference(headSeq, headHash, lastHash);
}

function chainDifference(seq: number, stored: string, expected: string): Difference {
  return { table: 'chain', key: String(seq), column: 'hash', stored, expected };
}
