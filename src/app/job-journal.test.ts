// The journal of jobs: what a process left behind stays known, and not for ever.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openJobJournal } from './job-journal.ts';

const NOW = 1_790_000_000;
const DAY = 86_400;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (): string => join(folder, 'jobs.json');
const left = (id: string, pid: number, startedAt = NOW - 60) => ({
  ...{ id, pid, name: 'Backup', startedAt, ledger: '/a.ledger' },
  given: { kind: 'export' },
});
const write = (entries: readonly object[]): void => writeFileSync(path(), JSON.stringify(entries));
const foundAt = (now: number) =>
  openJobJournal(folder)
    .interrupted(now)
    .map(({ id, endedAt }) => ({ id, endedAt }));

it('ends what a process left when that is found, and keeps it known whoever has its number later', () => {
  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  write([left('left', gone), left('running', process.ppid)]);
  expect(foundAt(NOW)).toEqual([{ id: 'left', endedAt: NOW }]);
  const reused = readFileSync(path(), 'utf8').replaceAll(`"pid": ${gone}`, `"pid": ${process.ppid}`);
  writeFileSync(path(), reused);
  expect(foundAt(NOW + 60)).toEqual([{ id: 'left', endedAt: NOW }]);
});

it('drops what began long ago, whoever has its number, and keeps so many', () => {
  const many = Array.from({ length: 60 }, (_, index) => left(`job ${index}`, process.pid));
  write([left('old', process.ppid, NOW - 31 * DAY), ...many]);
  expect(foundAt(NOW)).toHaveLength(50);
  expect(JSON.parse(readFileSync(path(), 'utf8'))).toHaveLength(50);
  expect(foundAt(NOW)[0]).toEqual({ id: 'job 10', endedAt: NOW });
});
