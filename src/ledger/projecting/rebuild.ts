// Builds every projection's tables anew from the facts.
import { createTables, dropTables } from '../dialects/ddl.ts';
import type { Engine, Session } from '../dialects/engine.ts';
import type { FactKinds } from '../factlog/kinds.ts';
import { replayedCommits } from '../factlog/replay.ts';
import type { LedgerProgress } from '../options.ts';
import { builtTables, noteBuilt } from './built.ts';
import type { Pipeline } from './pipeline.ts';

export interface ReplayParts {
  /** Where the facts are, and the session that reads them. */
  readonly source: Engine;
  readonly sourceSession: Session;
  /** Where the rows go; tables are empty. */
  readonly target: Engine;
  readonly kinds: FactKinds;
  readonly pipeline: Pipeline;
  /** Whether the hash chain is computed again. */
  readonly isChecked: boolean;
  readonly onProgress?: ((progress: LedgerProgress) => void) | undefined;
}

/** Drops and rebuilds all projected tables in one transaction; whoever reads sees the old ones until it is done. */
export async function rebuild(
  engine: Engine,
  kinds: FactKinds,
  pipeline: Pipeline,
  onProgress?: (progress: LedgerProgress) => void,
): Promise<number> {
  return engine.transaction(async () => {
    const tables = pipeline.projections.flatMap((projection) => projection.tables);
    await dropTables(engine.session, [...(await builtTables(engine.session)), ...tables.map(({ name }) => name)]);
    await createTables(engine.session, engine.dialect, tables);
    const facts = await replay({
      source: engine,
      sourceSession: engine.session,
      target: engine,
      kinds,
      pipeline,
      isChecked: false,
      onProgress,
    });
    await noteBuilt(engine, pipeline.projections);
    return facts;
  });
}

/** Takes every fact through the projections again, in the transactions and steps in which it came in. Returns how many there are. */
export async function replay({
  source,
  sourceSession,
  target,
  kinds,
  pipeline,
  isChecked,
  onProgress,
}: ReplayParts): Promise<number> {
  const { rows } = await sourceSession.query<{ seq: number }>('select seq from ledger_head where id = 1', []);
  const total = rows[0]?.seq ?? 0;
  let done = 0;
  for await (const commit of replayedCommits(source, sourceSession, { kinds, wanted: pipeline.kinds, isChecked })) {
    await pipeline.project(commit, target.write);
    done = commit.lastSeq;
    onProgress?.({ stage: 'replaying', done, total });
  }
  return done;
}
