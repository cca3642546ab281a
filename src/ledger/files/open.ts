// Makes and opens ledger files.
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ReadableLedger, WritableLedger } from '../contract.ts';
import { APPLICATION_ID, connect, makeDurable } from '../dialects/sqlite/connect.ts';
import { SqliteEngine } from '../dialects/sqlite/engine.ts';
import { checkBuilt, formatOf, initialize, openForWriting } from '../open/prepare.ts';
import { OpenReadableLedger } from '../open/readable.ts';
import type { ReadingOptions, Rebuilding, WritingOptions } from '../options.ts';
import { systemSources } from '../sources.ts';
import { refusalOfFile } from './file-errors.ts';
import { readHeader } from './header.ts';
import { takeLock } from './lock.ts';
import { migrateFile } from './migrate.ts';
import { openFile } from './session.ts';
import { syncFolder } from './sync.ts';

/**
 * Makes an empty ledger and opens it for writing. It appears under its path only when it is whole.
 * Raises `bad_input` when the file exists, `file_unwritable`, `disk_full`, `ledger_busy`.
 */
export async function createLedger(options: WritingOptions): Promise<WritableLedger> {
  const { path, key, schema, sources = systemSources } = options;
  const release = takeLock(path, options.command);
  const unfinished = `${path}.creating`;
  try {
    if (existsSync(path)) {
      throw new CountinghouseError('bad_input', {
        what: 'There is a file already',
        where: path,
        fix: 'Choose another path, or open that ledger',
      });
    }
    removeFile(unfinished);
    // Names and e-mail addresses are in it: for its owner alone, from the first byte on.
    closeSync(openSync(unfinished, 'wx', 0o600));
    const session = connect({ path: unfinished, key, isReadOnly: false, mustExist: false });
    const engine = new SqliteEngine(session, key);
    try {
      session.runNow(`pragma application_id = ${APPLICATION_ID}`);
      makeDurable(session);
      await initialize(engine, schema, sources);
    } finally {
      await engine.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return await openLocked(options, release, false);
  } catch (thrown) {
    removeFile(unfinished);
    release();
    throw refusalOfFile(thrown, path);
  }
}

/**
 * Opens a ledger for writing: migrates an older one, rebuilds what other projections wrote, settles what a crash left
 * open. Raises `not_found`, `not_a_ledger`, `wrong_key`, `key_missing`, `ledger_newer`, `ledger_corrupt`,
 * `ledger_busy` naming the other writer, `file_unwritable`, `disk_full`.
 */
export async function openLedger(options: WritingOptions): Promise<WritableLedger> {
  return openExisting(options, false);
}

/** Opens a ledger for reading, beside a writer or without one. Raises as `openLedger`, and `unavailable` before a rebuild. */
export async function openLedgerForReading({ path, key, schema }: ReadingOptions): Promise<ReadableLedger> {
  const opened = openFile({ path, key }, true);
  try {
    await formatOf(opened.session, path);
    await checkBuilt(opened.session, schema, path);
    return new OpenReadableLedger(new SqliteEngine(opened.session, opened.key, true), schema);
  } catch (thrown) {
    opened.session.close();
    throw thrown;
  }
}

/** Builds every projection's tables anew from the facts. Raises as `openLedger`. */
export async function rebuildProjections(options: WritingOptions): Promise<Rebuilding> {
  const ledger = await openExisting(options, true);
  try {
    const head = await ledger.head();
    return { facts: head.seq, head };
  } finally {
    await ledger.close();
  }
}

async function openExisting(options: WritingOptions, mustRebuild: boolean): Promise<WritableLedger> {
  readHeader(options.path);
  const release = takeLock(options.path, options.command);
  try {
    // The key is tried read-only: a connection that could write would touch what a crash left in the log.
    openFile(options, true).session.close();
    return await openLocked(options, release, mustRebuild);
  } catch (thrown) {
    release();
    throw thrown;
  }
}

async function openLocked(options: WritingOptions, release: () => void, mustRebuild: boolean): Promise<WritableLedger> {
  const { schema, sources = systemSources, onProgress } = options;
  const opened = openFile(options, false);
  try {
    await migrateFile(opened, await formatOf(opened.session, options.path), onProgress);
    makeDurable(opened.session);
    const engine = new SqliteEngine(opened.session, opened.key);
    return await openForWriting(engine, { schema, sources, onProgress, release, mustRebuild });
  } catch (thrown) {
    opened.session.close();
    throw thrown;
  }
}

function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
