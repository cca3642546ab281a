// From documents to single objects: lists and arrays are opened, so that each object in them stands for itself.
import { CountinghouseError } from '../../../kernel/index.ts';
import { isObject } from '../fields.ts';
import { NOT_UTF8 } from './documents.ts';
import type { SplitDocument } from './splitter.ts';

export interface Entry {
  readonly file: string;
  /** The line that the object's document begins on, from 1; of objects given in memory, their number. */
  readonly line: number;
  /** Where in its document the object stands: `` or `data[3].`. */
  readonly path: string;
  readonly value: unknown;
}

export interface ImportProblem {
  readonly file: string;
  readonly line: number;
  /** The path of the field that is wrong; empty when the whole line is. */
  readonly field: string;
  readonly message: string;
}

/** The objects of a parsed document; of anything but a list or an array, the document itself. */
export function entriesOf(file: string, line: number, value: unknown, path = ''): Entry[] {
  if (Array.isArray(value))
    return value.flatMap((element, index) => entriesOf(file, line, element, `${path}[${index}].`));
  const isList = isObject(value) && (value['object'] === 'list' || value['object'] === 'search_result');
  if (isList && Array.isArray(value['data'])) {
    return value['data'].flatMap((element, index) => entriesOf(file, line, element, `${path}data[${index}].`));
  }
  return [{ file, line, path, value }];
}

/** The objects of a document, or what is wrong with its text. */
export function parseDocument(file: string, { line, text }: SplitDocument): Entry[] | ImportProblem {
  if (text === NOT_UTF8) return { file, line, field: '', message: 'is not UTF-8 text' };
  try {
    return entriesOf(file, line, JSON.parse(text));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { file, line, field: '', message: `is not JSON: ${cause.message}` };
  }
}

/** What an error raised over an entry says, with the entry's place. */
export function problemOf(entry: Entry, cause: unknown): ImportProblem {
  if (!(cause instanceof CountinghouseError)) throw cause;
  const field =
    cause.where === undefined || cause.where === '' ? entry.path.replace(/\.$/, '') : entry.path + cause.where;
  return { file: entry.file, line: entry.line, field, message: cause.what };
}
