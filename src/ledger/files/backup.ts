// Copies a ledger, consistent while it is being written.
import { existsSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import { headOf, readHead } from '../factlog/head.ts';
import { formatOf } from '../open/prepare.ts';
import type { BackupSummary, LedgerFile } from '../options.ts';
import { copyLedger } from './copy.ts';
import { refusalOfFile } from './file-errors.ts';
import { checkSpace } from './migrate.ts';
import { openFile } from './session.ts';
import { syncFolder } from './sync.ts';

/**
 * Writes a compact copy of the ledger, with its key, to a new file; it appears there only after it was checked.
 * Raises `bad_input` when the file exists, `disk_full`, `file_unwritable`, and what opening raises.
 */
export async function backupLedger(file: LedgerFile, to: string): Promise<BackupSummary> {
  const target = resolve(to);
  if (existsSync(target)) {
    throw new CountinghouseError('bad_input', {
      what: 'There is a file already',
      where: target,
      fix: 'Choose another name for the backup',
    });
  }
  if (!existsSync(dirname(target))) {
    throw new CountinghouseError('file_unwritable', {
      what: 'The folder for the backup does not exist',
      where: dirname(target),
      fix: 'Make it first, or choose another one',
    });
  }
  const { session, key } = openFile(file, true);
  const unfinished = `${target}.unfinished`;
  try {
    await formatOf(session, file.path);
    await checkSpace(target, statSync(file.path).size);
    await copyLedger(session, key, unfinished);
    const copy = openFile({ path: unfinished, key }, true);
    try {
      const head = headOf(await readHead(copy.session));
      await rename(unfinished, target);
      await syncFolder(dirname(target));
      return { path: target, bytes: statSync(target).size, head };
    } finally {
      copy.session.close();
    }
  } catch (thrown) {
    throw refusalOfFile(thrown, target);
  } finally {
    session.close();
    rmSync(unfinished, { force: true });
  }
}
