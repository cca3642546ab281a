// Secrets in files: read only when nobody else may read them, written so that nobody else can.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { CountinghouseError } from '../../kernel/index.ts';
import { rulesOf, type SecretKind } from './kinds.ts';
import { Secret } from './secret.ts';

/** Rights of the file's group and of everybody else. */
const OTHERS = 0o077;
const LARGEST_FILE = 4_096;

/**
 * The secret in the file. Raises `not_found`, `file_unreadable`, `wrong_key` for what is no such secret, and
 * `not_permitted` when others may read the file.
 */
export async function readSecretFile(kind: SecretKind, path: string, platform = process.platform): Promise<Secret> {
  const { word, read } = rulesOf(kind);
  // Opened without waiting: a named pipe would otherwise hold the program until somebody writes to it.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((thrown: unknown) => {
    throw unreadable(word, path, thrown);
  });
  try {
    await requireOwn(file, path, word, platform);
    return new Secret(read(await file.readFile('utf8'), path));
  } catch (thrown) {
    throw thrown instanceof CountinghouseError ? thrown : unreadable(word, path, thrown);
  } finally {
    await file.close();
  }
}

/** Writes the secret to a new file that only its owner may read. Raises `bad_input` when it exists, `file_unwritable`. */
export async function writeSecretFile(kind: SecretKind, path: string, secret: Secret): Promise<void> {
  const { word } = rulesOf(kind);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${secret.reveal()}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') {
      throw new CountinghouseError(
        'bad_input',
        { what: `There is a file for the ${word} already`, where: path, fix: 'Choose another path' },
        thrown,
      );
    }
    throw new CountinghouseError(
      'file_unwritable',
      { what: `The file for the ${word} cannot be written`, where: path, fix: 'Check the folder and its permissions' },
      thrown,
    );
  }
}

/** Refuses a file that others may read, and one that is too large or no file at all. */
async function requireOwn(file: FileHandle, path: string, word: string, platform: string): Promise<void> {
  const stats = await file.stat();
  if (!stats.isFile() || stats.size > LARGEST_FILE) {
    throw new CountinghouseError('wrong_key', {
      what: `This file holds no ${word}`,
      where: path,
      fix: 'Check the path that was given',
    });
  }
  if (platform !== 'win32' && (stats.mode & OTHERS) !== 0) {
    throw new CountinghouseError('not_permitted', {
      what: `The file with the ${word} can be read or changed by others`,
      where: path,
      fix: `Make it yours alone: chmod 600 '${path}'`,
    });
  }
}

function unreadable(word: string, path: string, thrown: unknown): CountinghouseError {
  if (codeOf(thrown) === 'ENOENT') {
    return new CountinghouseError(
      'not_found',
      { what: `There is no such file with a ${word}`, where: path, fix: 'Check the path that was given' },
      thrown,
    );
  }
  return new CountinghouseError(
    'file_unreadable',
    { what: `The file with the ${word} cannot be read`, where: path, fix: 'Check its permissions' },
    thrown,
  );
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : null;
}
