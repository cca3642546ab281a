// A person's own small files: whole or not at all, and never the end of the program.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type KeptFile, keptFile } from './kept-file.ts';

let folder: string;
let path: string;
let file: KeptFile<string[]>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countinghouse-kept-'));
  path = join(folder, 'own', 'list.json');
  file = keptFile(path, z.array(z.string()), []);
});
afterEach(() => rmSync(folder, { recursive: true }));

const add = (name: string) => (all: readonly string[]) => [...all, name];

it('is made with its folder, for its owner alone, and leaves no draft', () => {
  expect(file.read()).toEqual([]);
  file.change(add('a'));
  expect(file.change(add('b'))).toEqual(['a', 'b']);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(['a', 'b']);
  expect(readdirSync(join(folder, 'own'))).toEqual(['list.json']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('is set aside when it is damaged', () => {
  file.change(add('a'));
  writeFileSync(path, '["a"');
  expect(file.read()).toEqual([]);
  expect(readFileSync(`${path}.damaged`, 'utf8')).toBe('["a"');
});

it('holds in memory what the disk refuses', () => {
  writeFileSync(join(folder, 'own'), 'a file where the folder was to be');
  expect(file.change(add('a'))).toEqual(['a']);
  expect(file.change(add('b'))).toEqual(['a', 'b']);
  rmSync(join(folder, 'own'));
  file.change(add('c'));
  expect(keptFile(path, z.array(z.string()), []).read()).toEqual(['a', 'b', 'c']);
});

it('is what it was when it cannot be read for once, and is not emptied by the next change', () => {
  file.change(add('a'));
  rmSync(path);
  mkdirSync(path);
  expect(file.read()).toEqual(['a']);
  expect(file.change(add('b'))).toEqual(['a', 'b']);
});

it('takes away drafts that a program left which ended while it wrote, and no other', () => {
  file.change(add('a'));
  const own = join(folder, 'own');
  for (const name of ['list.json.0a1b2c3d.part', 'list.json.99999999.part', 'other.json.0a1b2c3d.part']) {
    writeFileSync(join(own, name), '[');
    if (!name.includes('9999')) utimesSync(join(own, name), 1_700_000_000, 1_700_000_000);
  }
  file.change(add('b'));
  expect(readdirSync(own).sort()).toEqual(['list.json', 'list.json.99999999.part', 'other.json.0a1b2c3d.part']);
});
