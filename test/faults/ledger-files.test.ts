// Faults of files: each is a clear error, and the original stays as it was.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../src/ledger/dialects/sqlite/connect.ts';
import { backupLedger, createLedger, openLedger, openLedgerForReading, verifyLedger } from '../../src/ledger/index.ts';
import { order, shopper, toySchema } from '../contract/toy-schema.ts';

const KEY = new Uint8Array(32).fill(5);
const OTHER_KEY = new Uint8Array(32).fill(6);
const schema = toySchema;
const HOLDER = new URL('./hold-ledger.ts', import.meta.url).pathname;

describe('faults of ledger files', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'countinghouse-faults-'));
    path = join(folder, 'toy.ledger');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function make(at = path, orders = 200): Promise<void> {
    const ledger = await createLedger({ path: at, key: KEY, schema });
    await ledger.commit('import', async () => [
      shopper('s1', 'DE', 'Ada'),
      ...Array.from({ length: orders }, (_, index) => order(`o${index}`, `s${index % 3}`, index, 'note '.repeat(20))),
    ]);
    await ledger.close();
  }

  async function expectRefusal(code: string, file = { path, key: KEY as Uint8Array | null }): Promise<void> {
    const before = readFileSync(file.path);
    await expect(openLedger({ ...file, schema })).rejects.toMatchObject({
      name: 'CountinghouseError',
      code,
      where: expect.any(String),
      fix: expect.any(String),
    });
    await expect(openLedgerForReading({ ...file, schema })).rejects.toMatchObject({ code });
    await expect(backupLedger(file, join(folder, 'never.backup'))).rejects.toMatchObject({ code });
    expect(readFileSync(file.path).equals(before)).toBe(true);
  }

  it('a wrong key, and none', async () => {
    await make();
    await expectRefusal('wrong_key', { path, key: OTHER_KEY });
    await expectRefusal('wrong_key', { path, key: new Uint8Array(16) });
    await expectRefusal('key_missing', { path, key: null });
  });

  it('a file that is no ledger', async () => {
    for (const content of ['', 'short', 'This is a letter, and not a ledger at all. '.repeat(500)]) {
      writeFileSync(path, content);
      await expectRefusal('not_a_ledger');
    }
    rmSync(path);
    const session = connect({ path, key: null, isReadOnly: false, mustExist: false });
    session.runNow("create table recipes (name text); insert into recipes values ('soup')");
    session.close();
    await expectRefusal('not_a_ledger');
    await expect(openLedger({ path: folder, key: KEY, schema })).rejects.toMatchObject({ code: 'file_unreadable' });
    await expect(openLedger({ path: join(folder, 'missing'), key: KEY, schema })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(openLedger({ path: join(path, 'below-a-file'), key: KEY, schema })).rejects.toMatchObject({
      code: 'file_unreadable',
    });
  });

  it('a file that is cut short', async () => {
    await make();
    const whole = readFileSync(path);
    for (const length of [
      whole.length - 1,
      whole.length - 4_096,
      Math.floor(whole.length / 8_192) * 4_096,
      4_096,
      50,
    ]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      await expectRefusal('ledger_corrupt');
    }
  });

  it('a page that was overwritten', async () => {
    await make();
    const whole = readFileSync(path);
    for (const page of [1, Math.floor(whole.length / 8_192), whole.length / 4_096 - 1]) {
      const harmed = Buffer.from(whole);
      harmed.fill(0xaa, page * 4_096 + 100, page * 4_096 + 300);
      writeFileSync(path, harmed);
      await expect(verifyLedger({ path, key: KEY, schema })).rejects.toMatchObject({ code: 'ledger_corrupt' });
      expect(readFileSync(path).equals(harmed)).toBe(true);
    }
  });

  it('a ledger of a newer version', async () => {
    await make();
    const session = connect({ path, key: KEY, isReadOnly: false, mustExist: true });
    session.runNow(`update ledger_settings set value = '99' where name = 'format'; pragma wal_checkpoint(truncate)`);
    session.close();
    await expectRefusal('ledger_newer');
  });

  it('a second writer is told who has it; a killed one has let go, and lost nothing acknowledged', async () => {
    await make();
    for (let round = 0; round < 3; round += 1) {
      const { child, lines } = holder(path);
      let acknowledged = 0;
      let seen = 0;
      for await (const line of lines) {
        if (line !== 'open') acknowledged = Number(line);
        seen += 1;
        if (seen === 6 + round * 7) break;
      }
      await expect(openLedger({ path, key: KEY, schema })).rejects.toMatchObject({
        code: 'ledger_busy',
        what: expect.stringContaining(`countinghouse import (process ${child.pid}`),
      });
      const reader = await openLedgerForReading({ path, key: KEY, schema });
      expect((await reader.head()).seq).toBeGreaterThanOrEqual(acknowledged);
      await reader.close();
      await killed(child);
      await expect(openLedger({ path, key: OTHER_KEY, schema })).rejects.toMatchObject({ code: 'wrong_key' });
      const ledger = await openLedger({ path, key: KEY, schema });
      expect((await ledger.head()).seq).toBeGreaterThanOrEqual(acknowledged);
      expect(await ledger.read.selectFrom('pending_shoppers').selectAll().execute()).toEqual([]);
      await ledger.close();
      expect((await verifyLedger({ path, key: KEY, schema })).difference).toBeNull();
    }
  });

  it('a second writer in the same process', async () => {
    await make();
    const first = await openLedger({ path, key: KEY, schema, command: 'first' });
    await expect(openLedger({ path, key: KEY, schema })).rejects.toMatchObject({
      code: 'ledger_busy',
      what: expect.stringContaining('first'),
    });
    await first.close();
    await (await openLedger({ path, key: KEY, schema })).close();
  });

  it('a folder below a file, or that is not there', async () => {
    writeFileSync(path, 'a file');
    await expect(createLedger({ path: join(path, 'toy.ledger'), key: KEY, schema })).rejects.toMatchObject({
      code: 'file_unwritable',
    });
    await expect(createLedger({ path: join(folder, 'no', 'toy.ledger'), key: KEY, schema })).rejects.toMatchObject({
      code: 'file_unwritable',
    });
  });
});

function holder(path: string): { child: ChildProcess; lines: AsyncIterable<string> } {
  const child = spawn(process.execPath, [HOLDER, path, Buffer.from(KEY).toString('hex')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, lines: createInterface({ input: child.stdout }) };
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
