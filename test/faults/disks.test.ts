// Disks that are full or may not be written: nothing acknowledged is lost, and the file stays as it was.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupLedger, createLedger, openLedger, verifyLedger } from '../../src/ledger/index.ts';
import { order, toySchema } from '../contract/toy-schema.ts';

const KEY = new Uint8Array(32).fill(5);
const schema = toySchema;

describe('faults of disks', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'countinghouse-disks-'));
    path = join(folder, 'toy.ledger');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function make(at = path, orders = 200): Promise<void> {
    const ledger = await createLedger({ path: at, key: KEY, schema });
    await ledger.commit('import', async () =>
      Array.from({ length: orders }, (_, index) => order(`o${index}`, `s${index % 3}`, index, 'note '.repeat(20))),
    );
    await ledger.close();
  }

  it('a folder that may not be written', async ({ skip }) => {
    await make();
    const mounted = mountMemory(join(folder, 'read-only'), '8m');
    if (mounted === null) skip('a file system cannot be mounted here, and permissions do not bind the superuser');
    else {
      try {
        const inside = join(mounted, 'toy.ledger');
        copyFileSync(path, inside);
        execFileSync('mount', ['-o', 'remount,ro', mounted]);
        await expect(openLedger({ path: inside, key: KEY, schema })).rejects.toMatchObject({ code: 'file_unwritable' });
        await expect(createLedger({ path: join(mounted, 'new.ledger'), key: KEY, schema })).rejects.toMatchObject({
          code: 'file_unwritable',
        });
        await expect(backupLedger({ path, key: KEY }, join(mounted, 'toy.backup'))).rejects.toMatchObject({
          code: 'file_unwritable',
        });
        expect(readFileSync(inside).equals(readFileSync(path))).toBe(true);
      } finally {
        execFileSync('umount', [mounted]);
      }
    }
  });

  it('a full disk', async ({ skip }) => {
    const mounted = mountMemory(join(folder, 'small'), '2m');
    if (mounted === null) skip('a small file system cannot be mounted here');
    else {
      try {
        const inside = join(mounted, 'toy.ledger');
        await make(inside, 50);
        const ledger = await openLedger({ path: inside, key: KEY, schema });
        let acknowledged = (await ledger.head()).seq;
        const filling = async () => {
          for (let count = 0; count < 1_000; count += 1) {
            const facts = Array.from({ length: 100 }, (_, index) =>
              order(`f${count}-${index}`, 's1', index, `${Math.random()}`.repeat(10)),
            );
            acknowledged = (await ledger.commit('import', async () => facts)).head.seq;
          }
        };
        await expect(filling()).rejects.toMatchObject({ code: 'disk_full' });
        expect((await ledger.head()).seq).toBe(acknowledged);
        await expect(backupLedger({ path: inside, key: KEY }, join(mounted, 'toy.backup'))).rejects.toMatchObject({
          code: 'disk_full',
        });
        await ledger.close();
        const copy = join(folder, 'rescued.ledger');
        for (const suffix of ['', '-wal'])
          if (statSync(inside + suffix, { throwIfNoEntry: false })) copyFileSync(inside + suffix, copy + suffix);
        expect(await verifyLedger({ path: copy, key: KEY, schema })).toMatchObject({
          difference: null,
          facts: acknowledged,
        });
      } finally {
        execFileSync('umount', [mounted]);
      }
    }
  });
});

/** A file system of that size in memory; null where this may not be done. */
function mountMemory(at: string, size: string): string | null {
  mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at], { stdio: 'ignore' });
    return at;
  } catch {
    return null;
  }
}
