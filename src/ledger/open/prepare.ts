// Brings an engine to the point where a ledger can be opened on it, the same on every database.
import { CountinghouseError } from '../../kernel/index.ts';
import type { Schema, Sources } from '../contract.ts';
import { createTables } from '../dialects/ddl.ts';
import type { Engine, Session } from '../dialects/engine.ts';
import { emptyHead, moveHead, readHead } from '../factlog/head.ts';
import { FactKinds } from '../factlog/kinds.ts';
import { ledgerSettings } from '../factlog/tables.ts';
import { CURRENT_FORMAT, migrations, type Migration } from '../migrations/index.ts';
import type { LedgerProgress } from '../options.ts';
import { areBuilt, noteBuilt } from '../projecting/built.ts';
import { Pipeline } from '../projecting/pipeline.ts';
import { rebuild } from '../projecting/rebuild.ts';
import { OpenWritableLedger } from './writable.ts';

const SALT_BYTES = 32;

/** Makes all tables of an empty ledger. */
export async function initialize(engine: Engine, schema: Schema, sources: Sources): Promise<void> {
  await engine.transaction(async () => {
    for (const migration of migrations) await migration.up(engine);
    await engine.write.insertRows(ledgerSettings, [
      { name: 'format', value: String(CURRENT_FORMAT) },
      { name: 'salt', value: Buffer.from(sources.randomBytes(SALT_BYTES)).toString('hex') },
    ]);
    await moveHead(engine, emptyHead());
    await createTables(
      engine.session,
      engine.dialect,
      schema.projections.flatMap(({ tables }) => tables),
    );
    await noteBuilt(engine, schema.projections);
  });
}

/** The version of the ledger's own tables. Raises `ledger_newer` when this program is too old for them. */
export async function formatOf(session: Session, where: string): Promise<number> {
  const format = Number(await setting(session, 'format'));
  if (format > CURRENT_FORMAT) {
    throw new CountinghouseError('ledger_newer', {
      what: `The ledger was written by a newer version of Countinghouse (format ${format}, this one knows ${CURRENT_FORMAT})`,
      where,
      fix: 'Update Countinghouse; the ledger was not changed',
    });
  }
  return format;
}

/** Runs the migrations that the ledger lacks, in one transaction. */
export async function migrate(engine: Engine, from: number, steps: readonly Migration[] = migrations): Promise<void> {
  await engine.transaction(async () => {
    for (const migration of steps.filter(({ number }) => number > from)) {
      await migration.up(engine);
      await engine.write.upsertRows(ledgerSettings, [{ name: 'format', value: String(migration.number) }]);
    }
  });
}

export interface Opening {
  readonly schema: Schema;
  readonly sources: Sources;
  readonly onProgress?: ((progress: LedgerProgress) => void) | undefined;
  /** Called once when the ledger is closed. */
  readonly release: () => void;
  /** Rebuilds even when the tables are those of the schema. */
  readonly mustRebuild?: boolean;
}

/** Opens for writing: rebuilds what other projections wrote, settles what a crash left open. */
export async function openForWriting(
  engine: Engine,
  { schema, sources, onProgress, release, mustRebuild = false }: Opening,
): Promise<OpenWritableLedger> {
  if (mustRebuild || !(await areBuilt(engine.session, schema.projections))) {
    await rebuild(engine, new FactKinds(schema.factKinds), new Pipeline(schema.projections), onProgress);
  }
  const [salt, head] = [await setting(engine.session, 'salt'), await readHead(engine.session)];
  const ledger = new OpenWritableLedger(engine, schema, sources, { salt, head, release });
  await ledger.settleOpenRuns((left) => onProgress?.({ stage: 'settling', done: 0, total: left }));
  return ledger;
}

/** Refuses to read tables that other projections wrote. */
export async function checkBuilt(session: Session, schema: Schema, where: string): Promise<void> {
  if (await areBuilt(session, schema.projections)) return;
  throw new CountinghouseError('unavailable', {
    what: 'The tables of this ledger were written by another version of Countinghouse',
    where,
    fix: 'Open it once for writing, or run countinghouse rebuild',
  });
}

async function setting(session: Session, name: 'format' | 'salt'): Promise<string> {
  const { rows } = await session.query<{ value: string }>(
    `select value from ledger_settings where name = '${name}'`,
    [],
  );
  const value = rows[0]?.value;
  if (value === undefined)
    throw new CountinghouseError('ledger_corrupt', {
      what: `The ledger lacks its ${name}`,
      fix: 'Restore it from a backup: countinghouse restore',
    });
  return value;
}
