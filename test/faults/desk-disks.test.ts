// Disks that fill while the desk writes: a clear refusal, no partial file, and what was there before untouched.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applicationSchema } from '../../src/app/schema.ts';
import { createDesk, type DeskHost } from '../../src/hosts/desk/index.ts';
import type { Job } from '../../src/router/index.ts';
import { createSample } from '../../src/stripe/sample/index.ts';

const FREE_BYTES = 8_192;
const DISK_BYTES = 131_072;
const EXPORT = { report: 'customer-list', input: {}, format: 'json' } as const;

describe('a disk that fills', () => {
  let folder: string;
  let disk: string | null;
  let desk: DeskHost;
  let target: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'countinghouse-desk-disks-'));
    disk = mountAlmostFull(join(folder, 'disk'));
    target = join(disk ?? folder, 'list.json');
    const path = join(folder, 'sample.ledger');
    await createSample({ path, schema: applicationSchema, options: { customers: 60, months: 3, seed: 1 } });
    desk = createDesk({
      door: 'desktop',
      version: '0.0.0',
      userFolder: join(folder, 'home'),
      dialogs: { openFiles: async () => [], saveFile: async () => target },
      initial: { path, key: null },
      clock: () => Math.floor(Date.now() / 1000),
    });
    await desk.ready;
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await desk.shut();
    if (disk !== null) execFileSync('umount', [disk]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** The job that the call begins, as it ended. */
  async function jobOf(path: string, input: unknown): Promise<Job> {
    const ended = new Promise<Job>((resolve) => desk.onJobEnd(resolve));
    const { isOk, json } = await desk.call({ path, type: 'mutation', input });
    expect(isOk, json).toBe(true);
    return await ended;
  }

  it('during an export leaves no part of it, and the file that was there', async ({ skip }) => {
    if (disk === null) return skip('a small file system cannot be mounted here');
    writeFileSync(target, 'the one before');
    expect(await jobOf('desk.exportReport', EXPORT)).toMatchObject({
      state: 'failed',
      refusal: { code: 'disk_full', fix: 'Free some space and run it again' },
    });
    expect(readFileSync(target, 'utf8')).toBe('the one before');
    expect(readdirSync(disk).sort()).toEqual(['filler', 'list.json']);
    rmSync(join(disk, 'filler'));
    expect(await jobOf('desk.exportReport', EXPORT)).toMatchObject({ state: 'done' });
    expect(JSON.parse(readFileSync(target, 'utf8')).rows).toHaveLength(60);
  });

  it('during a backup leaves no part of it', async ({ skip }) => {
    if (disk === null) return skip('a small file system cannot be mounted here');
    target = join(disk, 'copy.ledger');
    expect(await jobOf('desk.backup', {})).toMatchObject({ state: 'failed', refusal: { code: 'disk_full' } });
    expect(readdirSync(disk)).toEqual(['filler']);
  });

  it('while a browser hands a file in or takes an export leaves neither', async ({ skip }) => {
    if (disk === null) return skip('a small file system cannot be mounted here');
    vi.stubEnv('TMPDIR', disk);
    const body = Readable.from([Buffer.alloc(FREE_BYTES), Buffer.alloc(FREE_BYTES)]);
    await expect(desk.receive('large.jsonl', body)).rejects.toMatchObject({ code: 'disk_full' });
    await expect(desk.exportForBrowser(EXPORT)).rejects.toMatchObject({ code: 'disk_full' });
    expect(filesIn(disk)).toEqual(['filler']);
  });
});

/** A file system with room for the beginning of an export; null where this may not be done. */
function mountAlmostFull(at: string): string | null {
  mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', at], { stdio: 'ignore' });
  } catch {
    return null;
  }
  writeFileSync(join(at, 'filler'), Buffer.alloc(DISK_BYTES - FREE_BYTES));
  return at;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}
