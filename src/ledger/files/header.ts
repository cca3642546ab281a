// Tells from a file's first bytes whether it is a ledger, and whether it is encrypted.
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { CountinghouseError } from '../../kernel/index.ts';
import { APPLICATION_ID, ENCRYPTED_MAGIC, PLAIN_MAGIC } from '../dialects/sqlite/connect.ts';
import { refusalOfFile } from './file-errors.ts';

/** Bytes of SQLite's header; our mark among plain files stands at 68. */
const HEADER_BYTES = 100;
const APPLICATION_ID_AT = 68;
const PAGE_SIZE_AT = 16;

export interface LedgerHeader {
  readonly isEncrypted: boolean;
  readonly pageBytes: number;
  readonly fileBytes: number;
}

/** Whether the file at the path is an encrypted ledger. Raises `not_found`, `not_a_ledger`, `file_unreadable`. */
export function isLedgerEncrypted(path: string): boolean {
  return readHeader(path).isEncrypted;
}

/**
 * Whether a file at the path begins as a ledger does, whole or damaged; false where there is none. Raises
 * `file_unwritable` for one that may not be read.
 */
export function isLedgerFile(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const { bytes } = readStart(path);
  return isEncryptedStart(bytes) || isPlainStart(bytes);
}

/**
 * The header of a ledger file. Raises `not_found` when there is no file, `not_a_ledger` when it is something else,
 * `ledger_corrupt` when it is cut short, `file_unreadable` when it may not be read.
 */
export function readHeader(path: string): LedgerHeader {
  const { bytes, fileBytes } = readStart(path);
  const isEncrypted = isEncryptedStart(bytes);
  if (!isEncrypted && !isPlainStart(bytes)) {
    throw new CountinghouseError('not_a_ledger', {
      what: 'This file is not a ledger of Countinghouse',
      where: path,
      fix: 'Check the path that was given',
    });
  }
  const pageBytes = bytes.length < HEADER_BYTES ? 0 : bytes.readUInt16BE(PAGE_SIZE_AT);
  if (pageBytes < 512 || fileBytes % pageBytes !== 0) throw cutShort(path);
  return { isEncrypted, pageBytes, fileBytes };
}

/** What is raised for a file that lacks its end. */
export function cutShort(path: string): CountinghouseError {
  return new CountinghouseError('ledger_corrupt', {
    what: 'The ledger file is damaged or cut short',
    where: path,
    fix: 'Restore it from a backup: countinghouse restore',
  });
}

function isEncryptedStart(bytes: Buffer): boolean {
  return magicOf(bytes) === ENCRYPTED_MAGIC;
}

function isPlainStart(bytes: Buffer): boolean {
  const isWhole = magicOf(bytes) === PLAIN_MAGIC && bytes.length === HEADER_BYTES;
  return isWhole && bytes.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
}

function magicOf(bytes: Buffer): string {
  return bytes.subarray(0, 16).toString('latin1');
}

function readStart(path: string): { bytes: Buffer; fileBytes: number } {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(HEADER_BYTES);
    const length = readSync(file, bytes, 0, HEADER_BYTES, 0);
    return { bytes: bytes.subarray(0, length), fileBytes: fstatSync(file).size };
  } catch (thrown) {
    throw refusalOfFile(thrown, path);
  } finally {
    if (file !== null) closeSync(file);
  }
}
