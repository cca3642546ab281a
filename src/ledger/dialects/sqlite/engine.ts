// The embedded database: one connection that writes, a few that read what is committed beside it.
import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { CountinghouseError } from '../../../kernel/index.ts';
import type { LedgerTables } from '../../tables.ts';
import type { LedgerKey } from '../../options.ts';
import type { Engine } from '../engine.ts';
import { always, kyselyOver } from '../session-driver.ts';
import { writeHandle } from '../write-handle.ts';
import { connect } from './connect.ts';
import { sqliteDialect, sqliteKyselyParts } from './dialect.ts';
import type { SqliteSession } from './session.ts';

/** Reading connections kept open when idle, for snapshots that overlap. */
const IDLE_READERS = 2;

/** An engine over the writing session, or the only reading one; readers open on the same file with the same key. */
export class SqliteEngine implements Engine {
  readonly dialect = sqliteDialect;
  readonly session: SqliteSession;
  readonly kysely: Kysely<LedgerTables>;
  readonly write: Engine['write'];
  readonly read: Kysely<LedgerTables>;
  readonly #key: LedgerKey | null;
  readonly #idle: SqliteSession[] = [];
  #reader: SqliteSession | null = null;

  constructor(session: SqliteSession, key: LedgerKey | null, isReadOnly = false) {
    this.session = session;
    this.#key = key;
    if (isReadOnly) this.#reader = session;
    this.kysely = kyselyOver(always(session), sqliteKyselyParts);
    this.write = writeHandle(session, sqliteDialect, this.kysely);
    this.read = kyselyOver({ acquire: async () => this.#commonReader(), release: () => undefined }, sqliteKyselyParts);
  }

  async transaction<R>(work: () => Promise<R>): Promise<R> {
    this.session.runNow('begin immediate');
    try {
      const result = await work();
      this.session.runNow('commit');
      return result;
    } catch (thrown) {
      if (this.session.database.inTransaction) this.session.runNow('rollback');
      throw thrown;
    }
  }

  async snapshot<R>(reads: (kysely: Kysely<LedgerTables>, session: SqliteSession) => Promise<R>): Promise<R> {
    const session = this.#idle.pop() ?? this.#openReader();
    session.runNow('begin');
    try {
      return await reads(kyselyOver(always(session), sqliteKyselyParts), session);
    } finally {
      session.runNow('commit');
      if (this.#idle.length < IDLE_READERS) this.#idle.push(session);
      else session.close();
    }
  }

  async eraseTraces(work: () => Promise<void>): Promise<void> {
    // What earlier changes of a row left behind in free space goes first: while it fails, nothing is erased yet.
    this.session.runNow('vacuum');
    this.session.runNow('pragma secure_delete = on');
    try {
      await work();
      await this.#emptyLog();
    } finally {
      this.session.runNow('pragma secure_delete = off');
    }
  }

  async close(): Promise<void> {
    for (const session of this.#idle.splice(0)) session.close();
    if (this.#reader !== this.session) this.#reader?.close();
    const isWriter = this.#reader !== this.session;
    this.#reader = null;
    if (isWriter && this.session.database.open) this.#foldLog();
    this.session.close();
  }

  /** Moves the log into the file while others read it, so that the file alone is the ledger. */
  #foldLog(): void {
    try {
      this.session.runNow('pragma busy_timeout = 0');
      this.session.pragma('wal_checkpoint(truncate)');
    } catch (thrown) {
      // On a full disk the log stays where it is, which loses nothing: the next to open the ledger reads it.
      if (!(thrown instanceof CountinghouseError)) throw thrown;
    }
  }

  #commonReader(): SqliteSession {
    this.#reader ??= this.#openReader();
    return this.#reader;
  }

  #openReader(): SqliteSession {
    const reader = connect({ path: this.session.path, key: this.#key, isReadOnly: true, mustExist: true });
    reader.runNow('pragma query_only = on');
    return reader;
  }

  /** Moves the log into the file and cuts it to nothing, so that it holds no earlier versions of a page. */
  async #emptyLog(): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (this.session.pragma('wal_checkpoint(truncate)') === 0) return;
      await wait(50);
    }
  }
}
