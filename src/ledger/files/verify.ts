// Verifies a ledger file against its facts.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../dialects/sqlite/connect.ts';
import { SqliteEngine } from '../dialects/sqlite/engine.ts';
import { checkBuilt, formatOf } from '../open/prepare.ts';
import type { Verification, VerifyingOptions } from '../options.ts';
import { verifyEngine } from '../projecting/verify.ts';
import { checkIntegrity, openFile } from './session.ts';

/**
 * Replays the ledger's facts into a scratch ledger, compares every row of every projected table and the hash chain,
 * and names the first difference. Changes nothing, and runs beside a writer. Raises as `openLedgerForReading`, and
 * `ledger_corrupt` when the file itself is damaged.
 */
export async function verifyLedger({ path, key, schema, onProgress }: VerifyingOptions): Promise<Verification> {
  const opened = openFile({ path, key }, true);
  const source = new SqliteEngine(opened.session, opened.key);
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-verify-'));
  try {
    await formatOf(opened.session, path);
    await checkBuilt(opened.session, schema, path);
    onProgress?.({ stage: 'checking', done: 0, total: 1 });
    checkIntegrity(opened.session);
    const scratch = openScratch(join(folder, 'scratch'), opened.key !== null);
    try {
      return await source.snapshot((_, session) => verifyEngine({ source, session, scratch, schema, onProgress }));
    } finally {
      await scratch.close();
    }
  } finally {
    await source.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An empty ledger that need not survive anything; encrypted with a key of its own when the ledger is. */
function openScratch(path: string, isEncrypted: boolean): SqliteEngine {
  const key = isEncrypted ? randomBytes(32) : null;
  const session = connect({ path, key, isReadOnly: false, mustExist: false });
  session.runNow(
    'pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; pragma cache_size = -262144',
  );
  return new SqliteEngine(session, key);
}
