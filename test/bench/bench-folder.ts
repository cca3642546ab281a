// A folder for the bench's ledgers, gone when the bench ends.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'countinghouse-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** A new path in the bench's folder. */
export function freshPath(name: string): string {
  count += 1;
  return join(folder, `${count}-${name}`);
}

/** Removes a closed SQLite file and what lies beside it. */
export function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(path + suffix, { force: true });
}

export function bytesOf(path: string): number {
  return statSync(path).size;
}

/** The key of every encrypted file of the bench. */
export const BENCH_KEY: Uint8Array = new Uint8Array(32).fill(7);
