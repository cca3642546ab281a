// Where documents end: JSON Lines, printed documents, files that are cut off, and files in other encodings.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentsOf, NOT_UTF8 } from './documents.ts';
import { parseDocument } from './entries.ts';
import { DocumentSplitter, type SplitDocument } from './splitter.ts';

function split(text: string): SplitDocument[] {
  const splitter = new DocumentSplitter();
  return [...splitter.takeLines(text.split('\n')), ...splitter.end()];
}

describe('splitter', () => {
  test('one a line, blank lines and carriage returns between', () => {
    expect(split('{"a":1}\r\n\n  {"a":2}\n')).toEqual([
      { line: 1, text: '{"a":1}' },
      { line: 3, text: '{"a":2}' },
    ]);
  });

  test('printed documents one after another', () => {
    const printed = JSON.stringify({ object: 'list', data: [{ id: 'a{"', n: [1] }] }, null, 2);
    expect(
      split(`${printed}\n${printed}\n{"b":1}`).map(({ line, text }) => [line, JSON.parse(text).data?.length ?? 0]),
    ).toEqual([
      [1, 1],
      [12, 1],
      [23, 0],
    ]);
  });

  test('an array of objects, one a line', () => {
    expect(split('[\n{"a":1},\n{"a":2}\n]\n{"a":3}').map(({ line }) => line)).toEqual([1, 5]);
  });

  test('a line that is cut off spoils itself alone', () => {
    expect(split('{"a":1,\n{"a":2}\n{"a":"x\n{"a":4}').map(({ text }) => text)).toEqual([
      '{"a":1,',
      '{"a":2}',
      '{"a":"x',
      '{"a":4}',
    ]);
  });

  test('a byte order mark is no part of the first document', () => {
    expect(split('\ufeff{"a":1}')).toEqual([{ line: 1, text: '{"a":1}' }]);
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  const path = join(folder, 'objects.jsonl');
  afterAll(() => rmSync(folder, { recursive: true }));

  async function read(bytes: Buffer): Promise<SplitDocument[]> {
    writeFileSync(path, bytes);
    const found: SplitDocument[] = [];
    for await (const documents of documentsOf(path, () => {})) found.push(...documents);
    return found;
  }

  test('lines that reach over what is read at once', async () => {
    const long = JSON.stringify({ text: 'é'.repeat(2_000_000) });
    const found = await read(Buffer.from(`${long}\n{"a":1}\n${long}`));
    expect(found.map(({ line, text }) => [line, text.length])).toEqual([
      [1, long.length],
      [2, 7],
      [3, long.length],
    ]);
  });

  test('UTF-16 as Windows PowerShell writes it', async () => {
    expect(await read(Buffer.from('\ufeff{"a":"ü"}\r\n{"b":1}\r\n', 'utf16le'))).toEqual([
      { line: 1, text: '{"a":"ü"}' },
      { line: 2, text: '{"b":1}' },
    ]);
  });

  test('a line that is not UTF-8 spoils itself alone', async () => {
    const found = await read(
      Buffer.concat([Buffer.from('{"a":1}\n{"a":"'), Buffer.from([0xe9]), Buffer.from('"}\n{"a":3}\n')]),
    );
    expect(found.map(({ text }) => text)).toEqual(['{"a":1}', NOT_UTF8, '{"a":3}']);
    expect(parseDocument('f', { line: 2, text: NOT_UTF8 })).toEqual({
      file: 'f',
      line: 2,
      field: '',
      message: 'is not UTF-8 text',
    });
  });
});
