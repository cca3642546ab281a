// Lets Kysely ask through one of our sessions.
import {
  Kysely,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { LedgerTables } from '../tables.ts';
import type { Session, Value } from './engine.ts';

/** A session for the length of one query, given back afterwards. */
export interface SessionSource {
  acquire(): Promise<Session>;
  release(session: Session): void;
}

type Parts = Pick<Dialect, 'createAdapter' | 'createQueryCompiler' | 'createIntrospector'>;

/** A Kysely whose queries run in sessions of the source. Transactions are the ledger's own affair. */
export function kyselyOver(source: SessionSource, parts: Parts): Kysely<LedgerTables> {
  return new Kysely<LedgerTables>({ dialect: { ...parts, createDriver: () => new SessionDriver(source) } });
}

/** The source of queries that all run in one session. */
export function always(session: Session): SessionSource {
  return { acquire: async () => session, release: () => undefined };
}

class SessionConnection implements DatabaseConnection {
  readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.session.query<R>(query.sql, query.parameters as readonly Value[]);
    return { rows, numAffectedRows: BigInt(changes) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for await (const row of this.session.stream<R>(query.sql, query.parameters as readonly Value[]))
      yield { rows: [row] };
  }
}

class SessionDriver implements Driver {
  readonly #source: SessionSource;

  constructor(source: SessionSource) {
    this.#source = source;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SessionConnection(await this.#source.acquire());
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof SessionConnection) this.#source.release(connection.session);
  }

  async beginTransaction(): Promise<void> {
    throw new Error('the ledger opens its own transactions');
  }

  async commitTransaction(): Promise<void> {
    throw new Error('the ledger commits its own transactions');
  }

  async rollbackTransaction(): Promise<void> {
    throw new Error('the ledger undoes its own transactions');
  }

  async destroy(): Promise<void> {}
}
