// What a procedure may reach: the open ledger, the caller's permissions, the change feed.
import type { ReadableLedger, WritableLedger } from '../ledger/index.ts';
import type { ChangeNotice } from './answers.ts';

/** What a member may do; a workspace of one person has them all. */
export const PERMISSIONS = ['figures.read', 'customers.read', 'stripe.read', 'stripe.import'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface RouterContext {
  /** The ledger to ask. */
  readable(): Promise<ReadableLedger>;
  /** The ledger to write to; raises `ledger_busy` when another process has it. */
  writable(): Promise<WritableLedger>;
  /** The name of the ledger file, without its folder. */
  readonly ledgerName: string;
  readonly permissions: ReadonlySet<Permission>;
  /** One notice for each durable change from now on, until the signal fires. */
  changes(signal: AbortSignal): AsyncIterable<ChangeNotice>;
}
