// Ledgers on PostgreSQL, by way of PGlite: the same code as over files, on another engine.
import type { ReadableLedger, Schema, Sources, WritableLedger } from '../contract.ts';
import { PgliteEngine } from '../dialects/pglite/engine.ts';
import type { PgliteDatabase } from '../dialects/pglite/session.ts';
import { FactKinds } from '../factlog/kinds.ts';
import type { LedgerProgress, Rebuilding, Verification } from '../options.ts';
import { headOf, readHead } from '../factlog/head.ts';
import { Pipeline } from '../projecting/pipeline.ts';
import { rebuild } from '../projecting/rebuild.ts';
import { verifyEngine } from '../projecting/verify.ts';
import { systemSources } from '../sources.ts';
import { checkBuilt, formatOf, initialize, migrate, openForWriting } from './prepare.ts';
import { OpenReadableLedger } from './readable.ts';

/** What errors name as the place. */
const PLACE = 'PGlite';

export interface PgliteOptions {
  readonly database: PgliteDatabase;
  readonly schema: Schema;
  readonly sources?: Sources;
  readonly onProgress?: (progress: LedgerProgress) => void;
}

/** Makes a ledger in an empty database. Closing the ledger leaves the database open. */
export async function createPgliteLedger(options: PgliteOptions): Promise<WritableLedger> {
  await initialize(new PgliteEngine(options.database), options.schema, options.sources ?? systemSources);
  return openPgliteLedger(options);
}

/** Opens the ledger in a database for writing. */
export async function openPgliteLedger({
  database,
  schema,
  sources = systemSources,
  onProgress,
}: PgliteOptions): Promise<WritableLedger> {
  const engine = new PgliteEngine(database);
  await migrate(engine, await formatOf(engine.session, PLACE));
  return openForWriting(engine, { schema, sources, onProgress, release: () => undefined });
}

/** Opens the ledger in a database for reading. */
export async function openPgliteLedgerForReading({ database, schema }: PgliteOptions): Promise<ReadableLedger> {
  const engine = new PgliteEngine(database);
  await formatOf(engine.session, PLACE);
  await checkBuilt(engine.session, schema, PLACE);
  return new OpenReadableLedger(engine, schema);
}

/** Builds every projection's tables anew from the facts. */
export async function rebuildPgliteProjections({ database, schema, onProgress }: PgliteOptions): Promise<Rebuilding> {
  const engine = new PgliteEngine(database);
  const facts = await rebuild(engine, new FactKinds(schema.factKinds), new Pipeline(schema.projections), onProgress);
  return { facts, head: headOf(await readHead(engine.session)) };
}

/** Verifies the ledger in a database by replaying it into another, empty one. */
export async function verifyPgliteLedger(options: PgliteOptions, scratch: PgliteDatabase): Promise<Verification> {
  const source = new PgliteEngine(options.database);
  await checkBuilt(source.session, options.schema, PLACE);
  return source.snapshot((_, session) =>
    verifyEngine({
      source,
      session,
      scratch: new PgliteEngine(scratch),
      schema: options.schema,
      onProgress: options.onProgress,
    }),
  );
}
