// What tells one state of a ledger from every other: the hash of its last fact.
import { sql } from 'kysely';
import type { ReadHandle } from './projection.ts';

/** Hex SHA-256 of the last fact in the state that is read; empty before the first. */
export async function headHash(read: ReadHandle): Promise<string> {
  const last = sql<{ hash: Uint8Array }>`(select hash from facts order by seq desc limit 1)`;
  const row = await read.selectFrom(last.as('head')).select('head.hash').executeTakeFirst();
  return row === undefined ? '' : Buffer.from(row.hash).toString('hex');
}
