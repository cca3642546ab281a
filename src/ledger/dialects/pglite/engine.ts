// PostgreSQL through PGlite: a single session, so that reads wait for the transaction that is open.
import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type Kysely } from 'kysely';
import type { LedgerTables } from '../../tables.ts';
import type { Dialect, Engine, Session } from '../engine.ts';
import { always, kyselyOver } from '../session-driver.ts';
import { Turnstile } from '../turnstile.ts';
import { writeHandle } from '../write-handle.ts';
import { PgliteSession, type PgliteDatabase } from './session.ts';

/** The protocol counts parameters in 16 bits. */
const MOST_PARAMETERS = 65_535;
const MOST_ROWS = 500;

const pgliteDialect: Dialect = {
  columnTypes: { text: 'text collate "C"', integer: 'bigint', mrr: 'bigint', bytes: 'bytea' },
  tableSuffix: () => '',
  placeholder: (position) => `$${position}`,
  rowsPerStatement: (columns) => Math.min(MOST_ROWS, Math.floor(MOST_PARAMETERS / columns)),
  lockClause: ' for update',
  canRepeatKeys: false,
  among: (column, values) =>
    typeof values[0] === 'number'
      ? {
          condition: `${column} in (select value::bigint from json_array_elements_text($1::json))`,
          parameter: JSON.stringify(values),
        }
      : {
          condition: `${column} in (select value from json_array_elements_text($1::json))`,
          parameter: JSON.stringify(values),
        },
};

const kyselyParts = {
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createIntrospector: (db: ConstructorParameters<typeof PostgresIntrospector>[0]) => new PostgresIntrospector(db),
};

export class PgliteEngine implements Engine {
  readonly dialect = pgliteDialect;
  readonly session: PgliteSession;
  readonly kysely: Kysely<LedgerTables>;
  readonly write: Engine['write'];
  readonly read: Kysely<LedgerTables>;
  readonly #turnstile = new Turnstile();

  constructor(database: PgliteDatabase) {
    this.session = new PgliteSession(database);
    this.kysely = kyselyOver(always(this.session), kyselyParts);
    this.write = writeHandle(this.session, pgliteDialect, this.kysely);
    const exits: (() => void)[] = [];
    this.read = kyselyOver(
      {
        acquire: async () => {
          exits.push(await this.#turnstile.enter());
          return this.session;
        },
        release: () => exits.shift()?.(),
      },
      kyselyParts,
    );
  }

  transaction<R>(work: () => Promise<R>): Promise<R> {
    return this.#inTransaction('begin', work);
  }

  snapshot<R>(reads: (kysely: Kysely<LedgerTables>, session: Session) => Promise<R>): Promise<R> {
    return this.#inTransaction('begin isolation level repeatable read read only', () =>
      reads(this.kysely, this.session),
    );
  }

  /** PostgreSQL's own vacuuming overwrites what was deleted. */
  async eraseTraces(work: () => Promise<void>): Promise<void> {
    await work();
  }

  async close(): Promise<void> {
    const leave = await this.#turnstile.enter();
    leave();
  }

  async #inTransaction<R>(begin: string, work: () => Promise<R>): Promise<R> {
    const leave = await this.#turnstile.enter();
    try {
      await this.session.run(begin);
      try {
        const result = await work();
        await this.session.run('commit');
        return result;
      } catch (thrown) {
        await this.session.run('rollback');
        throw thrown;
      }
    } finally {
      leave();
    }
  }
}
