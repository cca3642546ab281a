// What ledger files promise beyond the contract of every database.
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../src/kernel/index.ts';
import { connect } from '../../src/ledger/dialects/sqlite/connect.ts';
import { migrateFile } from '../../src/ledger/files/migrate.ts';
import { openFile } from '../../src/ledger/files/session.ts';
import {
  backupLedger,
  createLedger,
  isLedgerEncrypted,
  openLedger,
  openLedgerForReading,
  restoreLedger,
  seededSources,
  verifyLedger,
} from '../../src/ledger/index.ts';
import type { Migration } from '../../src/ledger/migrations/index.ts';
import { allRows } from './subject.ts';
import { erased, order, shopper, toySchema } from './toy-schema.ts';

const KEY = new Uint8Array(32).fill(9);
const schema = toySchema;

describe('ledger files', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'countinghouse-files-'));
    path = join(folder, 'toy.ledger');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function make(at = path, key: Uint8Array | null = KEY): Promise<void> {
    const ledger = await createLedger({
      path: at,
      key,
      schema,
      sources: seededSources('files', () => instant(1_800_000_000)),
    });
    await ledger.commit('import', async () => [
      shopper('s1', 'DE', 'Ada Lovelace'),
      order('o1', 's1', 500, 'gift'),
      order('o2', 's1', 5),
    ]);
    await ledger.close();
  }

  it('are one file when closed, marked, and unreadable without the key', async () => {
    await make();
    expect(readdirSync(folder)).toEqual(['toy.ledger']);
    expect(isLedgerEncrypted(path)).toBe(true);
    const bytes = readFileSync(path).toString('latin1');
    expect(bytes).not.toContain('Ada Lovelace');
    expect(bytes).not.toContain('shoppers');
  });

  it('are the same to the byte for one seed and clock, when they are not encrypted', async () => {
    const other = join(folder, 'twin.ledger');
    await make(path, null);
    await make(other, null);
    expect(isLedgerEncrypted(path)).toBe(false);
    expect(readFileSync(path).equals(readFileSync(other))).toBe(true);
  });

  it('refuse to be made where a file is', async () => {
    await make();
    const before = readFileSync(path);
    await expect(createLedger({ path, key: KEY, schema })).rejects.toMatchObject({ code: 'bad_input' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('are read beside a writer, who is seen as soon as a transaction is durable', async () => {
    await make();
    const writer = await openLedger({ path, key: KEY, schema });
    const reader = await openLedgerForReading({ path, key: KEY, schema });
    await writer.commit('import', async () => [order('o3', 's1', 7)]);
    expect((await reader.head()).seq).toBe(4);
    expect(await reader.read.selectFrom('orders').select('id').execute()).toHaveLength(3);
    await reader.close();
    await writer.close();
  });

  it('back up while they are written, and restore', async () => {
    await make();
    const backup = join(folder, 'toy.backup');
    const writer = await openLedger({ path, key: KEY, schema });
    const run = await writer.beginRun('import');
    await run.append([order('o3', 's1', 7)]);
    const made = await backupLedger({ path, key: KEY }, backup);
    expect(made.head.seq).toBe(4);
    await run.append([order('o4', 's1', 9)]);
    await run.settle();
    const rows = await allRows(writer.read);
    await writer.close();
    await expect(backupLedger({ path, key: KEY }, backup)).rejects.toMatchObject({ code: 'bad_input' });
    expect((await verifyLedger({ path: backup, key: KEY, schema })).difference).toBeNull();

    const { head, replacedPath } = await restoreLedger({ backup, path, key: KEY, schema });
    expect(head).toEqual(made.head);
    const restored = await openLedger({ path, key: KEY, schema });
    expect(await restored.read.selectFrom('orders').select('id').execute()).toHaveLength(3);
    await restored.close();
    const replaced = await openLedgerForReading({ path: replacedPath ?? '', key: KEY, schema });
    expect(await allRows(replaced.read)).toEqual(rows);
    await replaced.close();
    expect(readdirSync(folder).sort()).toEqual(['toy.backup', 'toy.ledger', 'toy.ledger.replaced']);
  });

  it('are not replaced by a damaged backup, nor while they are open', async () => {
    await make();
    const backup = join(folder, 'toy.backup');
    await backupLedger({ path, key: KEY }, backup);
    const damaged = join(folder, 'damaged.backup');
    copyFileSync(backup, damaged);
    const session = connect({ path: damaged, key: KEY, isReadOnly: false, mustExist: true });
    session.runNow(`update orders set amount_mrr = 1 where id = 'o1'`);
    session.close();
    const before = readFileSync(path);
    await expect(restoreLedger({ backup: damaged, path, key: KEY, schema })).rejects.toMatchObject({
      code: 'ledger_corrupt',
      what: expect.stringContaining('orders'),
    });
    const reader = await openLedgerForReading({ path, key: KEY, schema });
    await reader.head();
    await expect(restoreLedger({ backup, path, key: KEY, schema })).rejects.toMatchObject({ code: 'ledger_busy' });
    expect((await reader.head()).seq).toBe(3);
    await reader.close();
    const writer = await openLedger({ path, key: KEY, schema });
    await expect(restoreLedger({ backup, path, key: KEY, schema })).rejects.toMatchObject({ code: 'ledger_busy' });
    await writer.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('are restored over a ledger that is damaged, which is kept', async () => {
    await make();
    const backup = join(folder, 'toy.backup');
    await backupLedger({ path, key: KEY }, backup);
    writeFileSync(path, 'no ledger any more');
    const { replacedPath } = await restoreLedger({ backup, path, key: KEY, schema });
    expect(readFileSync(replacedPath ?? '', 'utf8')).toBe('no ledger any more');
    const again = await restoreLedger({ backup, path, key: KEY, schema });
    expect(again.replacedPath).toBe(`${replacedPath}-2`);
    expect(readFileSync(replacedPath ?? '', 'utf8')).toBe('no ledger any more');
    expect((await verifyLedger({ path, key: KEY, schema })).isIntact).toBe(true);
  });

  it('keep no trace of an erased person', async () => {
    await make(path, null);
    expect(readFileSync(path).toString('latin1')).toContain('Ada Lovelace');
    const ledger = await openLedger({ path, key: null, schema });
    // Rows that are replaced by shorter ones leave their ends in free space of a page.
    for (const name of ['Ada Lovelace '.repeat(90), 'Ada Lovelace and sons', 'Ada']) {
      await ledger.commit('member', async () => [
        shopper('s1', 'DE', name),
        shopper('s2', 'DE', `Grace ${name.length}`),
      ]);
    }
    const keys = await ledger.read
      .selectFrom('person_keys' as 'orders')
      .selectAll()
      .execute();
    const key = (keys[0] as unknown as { key: Uint8Array }).key;
    await ledger.erasePerson('member', 's1', erased('s1'));
    const files = ['', '-wal']
      .filter((suffix) => existsSync(path + suffix))
      .map((suffix) => readFileSync(path + suffix));
    for (const bytes of files) {
      expect(bytes.includes('Ada Lovelace')).toBe(false);
      expect(bytes.includes(Buffer.from(key))).toBe(false);
    }
    await ledger.close();
  });

  it('are copied and checked before they are migrated', async () => {
    await make();
    const before = readFileSync(path);
    const step: Migration = {
      number: 2,
      name: 'test',
      up: async ({ session }) =>
        session.run(`alter table facts add column origin text; update facts set origin = 'before'`),
    };
    const opened = openFile({ path, key: KEY }, false);
    await migrateFile(opened, 1, undefined, [step]);
    opened.session.close();
    const copy = openFile({ path: `${path}.before-2`, key: KEY }, true);
    expect((await copy.session.query<{ rows: number }>('select count(*) as rows from facts', [])).rows).toEqual([
      { rows: 3 },
    ]);
    copy.session.close();
    await expect(openLedger({ path, key: KEY, schema })).rejects.toMatchObject({ code: 'ledger_newer' });

    writeFileSync(path, before);
    const again = openFile({ path, key: KEY }, false);
    const failing: Migration = {
      ...step,
      up: async ({ session }) => session.run('alter table facts add column origin text; select no_such_thing()'),
    };
    await expect(migrateFile(again, 1, undefined, [failing])).rejects.toThrow('no_such_thing');
    again.session.close();
    const ledger = await openLedger({ path, key: KEY, schema });
    expect((await ledger.head()).seq).toBe(3);
    await ledger.close();
  });
});
