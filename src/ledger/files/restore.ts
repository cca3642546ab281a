// Puts a backup in a ledger's place, after the backup has been proved from its facts.
import { existsSync, lstatSync, rmSync, statSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import { headOf, readHead } from '../factlog/head.ts';
import type { LedgerFile, RestoreOptions, RestoreSummary } from '../options.ts';
import { refusalOfFile } from './file-errors.ts';
import { takeLock } from './lock.ts';
import { checkSpace } from './migrate.ts';
import { openFile } from './session.ts';
import { syncFile, syncFolder } from './sync.ts';
import { verifyLedger } from './verify.ts';

const SIDE_FILES = ['-wal', '-shm'];

/**
 * Restores a ledger. The backup is verified in full before anything is touched, and the file that it replaces is kept
 * beside it as `<path>.replaced`, or `<path>.replaced-2` and so on when those are taken. Raises `ledger_corrupt` naming the backup's first difference, `ledger_busy` when the
 * ledger is open somewhere, `disk_full`, `file_unwritable`, and what opening raises.
 */
export async function restoreLedger({
  backup,
  path,
  key,
  schema,
  onProgress,
}: RestoreOptions): Promise<RestoreSummary> {
  const { difference } = await verifyLedger({
    path: backup,
    key,
    schema,
    ...(onProgress === undefined ? {} : { onProgress }),
  }).catch((thrown: unknown) => {
    throw refusalOfBackup(thrown, backup);
  });
  if (difference !== null) {
    throw new CountinghouseError('ledger_corrupt', {
      what: `The backup does not follow from its facts: ${difference.table} ${difference.key}`,
      where: backup,
      fix: 'Use another backup',
    });
  }
  const target = resolve(path);
  const release = takeLock(target);
  const unfinished = `${target}.restoring`;
  try {
    await checkSpace(target, statSync(backup).size);
    await copyFile(backup, unfinished);
    await syncFile(unfinished);
    const replacedPath = await setAside(target, key);
    try {
      await rename(unfinished, target);
      await syncFolder(dirname(target));
      return { head: await headOfFile({ path: target, key }), replacedPath };
    } catch (thrown) {
      if (replacedPath !== null) await rename(replacedPath, target);
      throw thrown;
    }
  } catch (thrown) {
    throw refusalOfFile(thrown, target);
  } finally {
    rmSync(unfinished, { force: true });
    release();
  }
}

/** What was thrown while a backup was read: that it is damaged is said of the backup, not of a ledger. */
export function refusalOfBackup(thrown: unknown, backup: string): unknown {
  if (!(thrown instanceof CountinghouseError) || thrown.code !== 'ledger_corrupt') return thrown;
  return new CountinghouseError(
    'ledger_corrupt',
    { what: 'The backup is damaged or cut short; nothing was changed', where: backup, fix: 'Use another backup' },
    thrown,
  );
}

/** Moves the ledger that is there out of the way, its log written into it first; null when there is none. */
async function setAside(path: string, key: LedgerFile['key']): Promise<string | null> {
  if (!existsSync(path)) return null;
  closeLog(path, key);
  const aside = freeName(`${path}.replaced`);
  await rename(path, aside);
  // What cannot be read any more is kept as it is, its log too.
  for (const suffix of SIDE_FILES) if (existsSync(path + suffix)) await rename(path + suffix, aside + suffix);
  return aside;
}

/** The name, or the first numbered one with which nothing is there yet, a log without its file included. */
function freeName(name: string): string {
  const isTaken = (path: string): boolean =>
    ['', ...SIDE_FILES].some((suffix) => lstatSync(path + suffix, { throwIfNoEntry: false }) !== undefined);
  let free = name;
  for (let number = 2; isTaken(free); number += 1) free = `${name}-${number}`;
  return free;
}

/** Writes the log into the file and removes it, which succeeds only when nobody reads. Damaged files are left as they are. */
function closeLog(path: string, key: LedgerFile['key']): void {
  let opened: ReturnType<typeof openFile>;
  try {
    openFile({ path, key }, true).session.close();
    opened = openFile({ path, key }, false);
  } catch (thrown) {
    if (thrown instanceof CountinghouseError) return;
    throw thrown;
  }
  try {
    if (opened.session.pragma('journal_mode = delete') !== 'delete') throw busy(path);
  } catch (thrown) {
    if (!(thrown instanceof CountinghouseError)) throw thrown;
    if (thrown.code === 'ledger_busy') throw busy(path);
  } finally {
    opened.session.close();
  }
}

function busy(path: string): CountinghouseError {
  return new CountinghouseError('ledger_busy', {
    what: 'The ledger is open for reading somewhere',
    where: path,
    fix: 'Close it there first',
  });
}

async function headOfFile(file: LedgerFile): Promise<RestoreSummary['head']> {
  const { session } = openFile(file, true);
  try {
    return headOf(await readHead(session));
  } finally {
    session.close();
  }
}
