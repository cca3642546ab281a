// Keys in files: read only when nobody else may read them, written so that nobody else can.
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CountinghouseError } from '../../kernel/index.ts';
import type { LedgerKey } from '../../ledger/index.ts';
import { parseKeyText, recoveryKeyText } from './key-text.ts';

/** Rights of the file's group and of everybody else. */
const OTHERS = 0o077;
const LARGEST_FILE = 4_096;

/**
 * The key in the file. Raises `not_found`, `file_unreadable`, `wrong_key` for what is no key, and `not_permitted` when
 * others may read the file.
 */
export async function readKeyFile(path: string, platform = process.platform): Promise<LedgerKey> {
  const { mode, size } = await stat(path).catch((thrown: unknown) => {
    throw unreadable(path, thrown);
  });
  if (platform !== 'win32' && (mode & OTHERS) !== 0) {
    throw new CountinghouseError('not_permitted', {
      what: 'The key file can be read or changed by others',
      where: path,
      fix: `Make it yours alone: chmod 600 '${path}'`,
    });
  }
  if (size > LARGEST_FILE)
    throw new CountinghouseError('wrong_key', {
      what: 'This file holds no ledger key',
      where: path,
      fix: 'Check the path that was given',
    });
  const file = await open(path, constants.O_RDONLY).catch((thrown: unknown) => {
    throw unreadable(path, thrown);
  });
  try {
    return parseKeyText(await file.readFile('utf8'), path);
  } catch (thrown) {
    throw thrown instanceof CountinghouseError ? thrown : unreadable(path, thrown);
  } finally {
    await file.close();
  }
}

/** Writes the key to a new file that only its owner may read. Raises `bad_input` when it exists, `file_unwritable`. */
export async function writeKeyFile(path: string, key: LedgerKey): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${recoveryKeyText(key)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') {
      throw new CountinghouseError(
        'bad_input',
        { what: 'There is a key file already', where: path, fix: 'Choose another path' },
        thrown,
      );
    }
    throw new CountinghouseError(
      'file_unwritable',
      { what: 'The key file cannot be written', where: path, fix: 'Check the folder and its permissions' },
      thrown,
    );
  }
}

function unreadable(path: string, thrown: unknown): CountinghouseError {
  if (codeOf(thrown) === 'ENOENT') {
    return new CountinghouseError(
      'not_found',
      { what: 'There is no such key file', where: path, fix: 'Check the path that was given' },
      thrown,
    );
  }
  return new CountinghouseError(
    'file_unreadable',
    { what: 'The key file cannot be read', where: path, fix: 'Check its permissions' },
    thrown,
  );
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : null;
}
