// Where objects come from: files, checked before the first is read, or memory.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { CountinghouseError } from '../../../kernel/index.ts';
import { isObject } from '../fields.ts';
import { documentsOf } from './documents.ts';
import { entriesOf, type Entry, type ImportProblem, parseDocument } from './entries.ts';
import type { SplitDocument } from './splitter.ts';

/** Objects of memory that stand in one group. */
const GROUP_OBJECTS = 2_000;

/** Entries in groups as they were read; what could not be parsed stands among them as a problem. */
export type Entries = AsyncIterable<readonly (Entry | ImportProblem)[]>;
export type EntrySource = (onBytes: (bytes: number) => void) => Entries;

/** The entries of the files, one after another. Raises `file_unreadable`. */
export async function* entriesOfFiles(paths: readonly string[], onBytes: (bytes: number) => void): Entries {
  for (const path of paths) {
    try {
      for await (const documents of documentsOf(path, onBytes)) yield parsed(path, documents);
    } catch (cause) {
      throw unreadable(path, cause);
    }
  }
}

function parsed(path: string, documents: readonly SplitDocument[]): (Entry | ImportProblem)[] {
  const entries: (Entry | ImportProblem)[] = [];
  for (const document of documents) {
    const found = parseDocument(path, document);
    if (Array.isArray(found)) for (const entry of found) entries.push(entry);
    else entries.push(found);
  }
  return entries;
}

/** What is changed in splitting an object is copied first: its top, and for an event the object in it. */
function copied(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { data } = value;
  if (value['object'] !== 'event' || !isObject(data)) return { ...value };
  const { object, previous_attributes: previous } = data;
  return {
    ...value,
    data: {
      ...data,
      ...(isObject(object) ? { object: { ...object } } : {}),
      ...(isObject(previous) ? { previous_attributes: { ...previous } } : {}),
    },
  };
}

/** The entries of objects in memory, numbered as lines are. */
export async function* entriesOfObjects(objects: Iterable<unknown>): Entries {
  let group: Entry[] = [];
  let number = 0;
  for (const object of objects) {
    number += 1;
    for (const entry of entriesOf('objects', number, object)) group.push({ ...entry, value: copied(entry.value) });
    if (group.length < GROUP_OBJECTS) continue;
    yield group;
    group = [];
  }
  yield group;
}

/** The size of a file in bytes, 0 of a pipe. Raises `file_unreadable`. */
export async function sizeOf(path: string, mustBeFile: boolean): Promise<number> {
  try {
    const found = await stat(path);
    await access(path, constants.R_OK);
    if (found.isFile()) return found.size;
    if (found.isFIFO() && !mustBeFile) return 0;
  } catch (cause) {
    throw unreadable(path, cause);
  }
  throw new CountinghouseError('file_unreadable', {
    what: mustBeFile ? 'is not a file that can be read twice' : 'is not a file',
    where: path,
    fix: 'Name a file of JSON Lines',
  });
}

function unreadable(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'ENOENT') {
    return new CountinghouseError(
      'file_unreadable',
      { what: 'there is no such file', where: path, fix: 'Check the path' },
      cause,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' || code === 'EIO') {
    return new CountinghouseError('file_unreadable', { what: `the file cannot be read (${code})`, where: path }, cause);
  }
  return cause;
}
