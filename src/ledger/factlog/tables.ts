// The ledger's own tables as they are now, with their row types for queries.
import type { Kysely } from 'kysely';
import type { LedgerTables, RowOf } from '../tables.ts';
import type {
  builtProjections,
  commits,
  factBlocks,
  factKinds,
  facts,
  ledgerHead,
  ledgerSettings,
  openRuns,
  personKeys,
} from '../migrations/0001-fact-log.ts';

export {
  builtProjections,
  commits,
  factBlocks,
  factKinds,
  facts,
  ledgerHead,
  ledgerSettings,
  openRuns,
  personKeys,
} from '../migrations/0001-fact-log.ts';

/** Tables that only the ledger itself reads and writes. */
export interface LogTables {
  built_projections: RowOf<typeof builtProjections>;
  commits: RowOf<typeof commits>;
  fact_blocks: RowOf<typeof factBlocks>;
  fact_kinds: RowOf<typeof factKinds>;
  facts: RowOf<typeof facts>;
  ledger_head: RowOf<typeof ledgerHead>;
  ledger_settings: RowOf<typeof ledgerSettings>;
  open_runs: RowOf<typeof openRuns>;
  person_keys: RowOf<typeof personKeys>;
}

/** The same database, seen with the ledger's own tables. */
export function logOf(kysely: Pick<Kysely<LedgerTables>, 'selectFrom'>): Kysely<LogTables> {
  return kysely as unknown as Kysely<LogTables>;
}
