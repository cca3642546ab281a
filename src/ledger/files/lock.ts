// One process writes a ledger file. The lock is the operating system's, held through a small SQLite file beside the
// ledger, so it ends with its process however that dies; the file also says who has it.
import { hostname } from 'node:os';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { CountinghouseError, instantText, instant } from '../../kernel/index.ts';
import { sqliteCodeOf } from '../dialects/sqlite/errors.ts';
import { systemCodeOf } from './file-errors.ts';
import { refusalOfLock } from './lock-errors.ts';

/** Who holds the lock of a ledger. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the lock was taken, in epoch seconds. */
  readonly since: number;
  readonly command: string;
  /** Different for every taking of the lock. */
  readonly token: string;
}

/** How often the lock is tried again when its file was replaced or its holder just left. */
const ATTEMPTS = 5;

/** The lock's file. */
export function lockPath(path: string): string {
  return `${path}.writer`;
}

/** Takes the writer's lock and returns what gives it back. Raises `ledger_busy` naming who has it, `file_unwritable`. */
export function takeLock(path: string, command = commandOfProcess()): () => void {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: Math.floor(Date.now() / 1000),
    command,
    token: crypto.randomUUID(),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const release = tryLock(lockPath(path), holder);
    if (release !== null) return release;
  }
  const other = holderOf(lockPath(path));
  throw new CountinghouseError('ledger_busy', {
    what:
      other === null ? 'Another process is writing this ledger' : `This ledger is being written by ${nameOf(other)}`,
    where: path,
    fix: 'Close it there first; reading is possible meanwhile',
  });
}

/** Who holds, or last held, the lock with this file; null when nobody can be named. */
function holderOf(path: string): Holder | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true, timeout: 200 });
    return (
      (database.prepare('select pid, host, since, command, token from holder').get() as Holder | undefined) ?? null
    );
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

/** Takes the lock; null when another has it, or has replaced its file meanwhile. */
function tryLock(path: string, holder: Holder): (() => void) | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { timeout: 100 });
    database.exec(`pragma journal_mode = memory; pragma synchronous = off; begin immediate;
      create table if not exists holder (pid integer, host text, since integer, command text, token text); delete from holder`);
    database
      .prepare('insert into holder values (?, ?, ?, ?, ?)')
      .run([holder.pid, holder.host, holder.since, holder.command, holder.token]);
    database.exec('commit; begin immediate');
  } catch (thrown) {
    database?.close();
    const code = sqliteCodeOf(thrown) ?? '';
    if (/^SQLITE_BUSY/.test(code)) return null;
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw refusalOfLock(thrown, path);
    // Left half written by a machine that lost power.
    rmSync(path, { force: true });
    return null;
  }
  const held = database;
  // Another's token stands there when the file was replaced after it was opened here.
  if (holderOf(path)?.token !== holder.token) {
    held.close();
    return null;
  }
  return () => {
    removeIfPossible(path);
    held.close();
  };
}

/** Some systems keep a file that is open; it then stays, and says who last wrote. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (thrown) {
    if (systemCodeOf(thrown) === null) throw thrown;
  }
}

function nameOf({ pid, host, since, command }: Holder): string {
  const where = host === hostname() ? '' : ` on ${host}`;
  return `${command} (process ${pid}${where}, since ${instantText(instant(since))})`;
}

function commandOfProcess(): string {
  return basename(process.argv[1] ?? process.title);
}
