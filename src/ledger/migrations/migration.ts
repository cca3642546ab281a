// A step from one version of the ledger's own tables to the next.
import type { Engine } from '../dialects/engine.ts';

export interface Migration {
  /** The version that the tables have afterwards. */
  readonly number: number;
  readonly name: string;
  /** Runs inside a transaction. */
  up(engine: Pick<Engine, 'session' | 'dialect' | 'kysely' | 'write'>): Promise<void>;
}
