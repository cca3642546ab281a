// Every migration of the ledger's own tables, oldest first. Projections' tables need none: they are rebuilt.
import { factLog } from './0001-fact-log.ts';
import type { Migration } from './migration.ts';

export type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [factLog];

/** The version that this program writes. */
export const CURRENT_FORMAT = migrations.length;
