// What a procedure may reach: the open ledger, the caller's permissions, the change feed.
import { PERMISSIONS, type Permission } from '../governance/access/index.ts';
import type { Actor, LedgerFile, ReadableLedger, WritableLedger } from '../ledger/index.ts';
import type { ChangeNotice } from './answers.ts';
import type { JobProgress } from './desk/answers.ts';

export { PERMISSIONS, type Permission };

export interface RouterContext {
  /** The ledger to ask. */
  readable(): Promise<ReadableLedger>;
  /** The ledger to write to; raises `ledger_busy` when another process has it. */
  writable(): Promise<WritableLedger>;
  /** The name of the ledger file, without its folder. */
  readonly ledgerName: string;
  /** The ledger's file with its key, to be copied as it is. */
  readonly file: LedgerFile;
  /** Who acts: `owner` in a workspace of one, else the member that this program is used by. */
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  /** One notice for each durable change from now on, until the signal fires. */
  changes(signal: AbortSignal): AsyncIterable<ChangeNotice>;
  /** Tells whoever called how far the work has come. */
  progress(progress: JobProgress): void;
}
