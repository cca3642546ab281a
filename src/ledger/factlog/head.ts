// The head of the log: read and locked when a transaction begins, moved when it ends.
import { known } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { Head } from '../contract.ts';
import type { Engine, Session } from '../dialects/engine.ts';
import { genesis } from './chain.ts';
import { ledgerHead } from './tables.ts';

export interface HeadRow {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly recordedAt: number | null;
  readonly commitNo: number;
  readonly batch: number;
}

interface StoredHead {
  seq: number;
  hash: Uint8Array;
  recorded_at: number | null;
  commit_no: number;
  batch: number;
}

const SELECT = 'select seq, hash, recorded_at, commit_no, batch from ledger_head where id = 1';

/** The head as it stands. */
export async function readHead(session: Session): Promise<HeadRow> {
  return headRow((await session.query<StoredHead>(SELECT, [])).rows[0]);
}

/** The head, locked until the open transaction ends. */
export async function lockHead(engine: Engine): Promise<HeadRow> {
  return headRow((await engine.session.query<StoredHead>(SELECT + engine.dialect.lockClause, [])).rows[0]);
}

/** Moves the head. */
export async function moveHead(engine: Engine, to: HeadRow): Promise<void> {
  await engine.write.upsertRows(ledgerHead, [
    {
      id: 1,
      seq: to.seq,
      hash: to.hash,
      recorded_at: to.recordedAt,
      commit_no: to.commitNo,
      batch: to.batch,
    },
  ]);
}

/** The head of an empty log. */
export function emptyHead(): HeadRow {
  return { seq: 0, hash: genesis(), recordedAt: null, commitNo: 0, batch: 0 };
}

export function headOf({ seq, hash, recordedAt }: HeadRow): Head {
  return { seq, hash: Buffer.from(hash).toString('hex'), recordedAt: recordedAt as Instant | null };
}

function headRow(stored: StoredHead | undefined): HeadRow {
  const row = known(stored, 'a ledger has a head');
  return { seq: row.seq, hash: row.hash, recordedAt: row.recorded_at, commitNo: row.commit_no, batch: row.batch };
}
