// A company's own numbers: exports of the Stripe CLI as they come, in any order and twice; bad lines; late objects.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleCompany, type SampleObject } from '../../src/stripe/sample/index.ts';
import { answerOf, countinghouse } from './command-line.ts';
import { type Movement, movementsOf } from './reports.ts';

const NEW = ['--no-encrypt', '--time-zone', 'America/New_York', '--reporting-currency', 'USD'];
const PAGE = 100;
const counts = z.object({ added: z.int(), known: z.int(), problemCount: z.int() });

describe('exports of Stripe', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-exports-'));
  const objects = [...sampleCompany({ customers: 70, months: 15, seed: 9 }).deliveries()].flatMap(
    (delivery) => delivery.objects,
  );
  const lines = join(folder, 'objects.jsonl');
  const plain = join(folder, 'plain.ledger');
  let months: readonly Movement[];

  beforeAll(async () => {
    writeFileSync(lines, objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
    await answerOf('import', '--ledger', plain, ...NEW, lines);
    months = (await movementsOf(plain, '--native', '--series', 'economic')).rows;
    expect(months.at(-1)?.closingMinor).toBeGreaterThan(0);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('taken in twice add nothing', async () => {
    expect(counts.parse(await answerOf('import', '--ledger', plain, lines))).toMatchObject({
      added: 0,
      problemCount: 0,
    });
  });

  test('go in as the Stripe CLI prints them, newest first and overlapping', async () => {
    const ledger = join(folder, 'lists.ledger');
    const files = writeLists(join(folder, 'lists'), objects);
    await answerOf('import', '--ledger', ledger, ...NEW, ...files.slice(0, 7));
    await answerOf('import', '--ledger', ledger, ...files);
    expect((await movementsOf(ledger, '--native', '--series', 'economic')).rows).toEqual(months);
    expect(await countinghouse('verify', '--ledger', ledger)).toMatchObject({ exitCode: 0 });
  });

  test('with a bad line are named with file, line and field, and the rest goes in', async () => {
    const bad = join(folder, 'bad.jsonl');
    writeFileSync(bad, readFileSync(lines));
    const line = readFileSync(lines, 'utf8').trimEnd().split('\n').length + 1;
    appendFileSync(
      bad,
      '{"object":"invoice","id":"in_bad","currency":"usd","created":"yesterday"}\n{"object": "customer", \n',
    );
    const ledger = join(folder, 'bad.ledger');
    const said = await countinghouse('import', '--ledger', ledger, ...NEW, bad);
    expect(said.exitCode).toBe(2);
    expect(said.err).toMatch(new RegExp(`bad\\.jsonl:${line}: \\w+`));
    expect((await movementsOf(ledger, '--native', '--series', 'economic')).rows).toEqual(months);
  });

  test('with a bad line change nothing at all when they are to be strict', async () => {
    const before = (await answerOf('verify', '--ledger', plain)) as { readonly facts: number };
    const bad = join(folder, 'strict.jsonl');
    const fresh = { ...objects.find(({ object }) => object === 'customer'), id: 'cus_of_the_strict_file' };
    writeFileSync(bad, `${JSON.stringify(fresh)}\n{"object":"invoice"}\n`);
    expect(await countinghouse('import', '--ledger', plain, '--strict', bad)).toMatchObject({ exitCode: 2 });
    expect(await answerOf('verify', '--ledger', plain)).toMatchObject({ isIntact: true, facts: before.facts });
  });

  test('that come late leave a closed month as it was reported', async () => {
    const ledger = join(folder, 'closed.ledger');
    const isLate = (object: SampleObject): boolean => object.object === 'invoice' || object.object === 'subscription';
    const known = join(folder, 'known.jsonl');
    const half = objects.filter((object, index) => !isLate(object) || index % 2 === 0);
    writeFileSync(known, half.map((object) => `${JSON.stringify(object)}\n`).join(''));
    await answerOf('import', '--ledger', ledger, ...NEW, known);
    const reported = (await movementsOf(ledger, '--native', '--to', '2026-06')).rows;
    await answerOf('close-month', '--ledger', ledger, '--month', '2026-06');

    await answerOf('import', '--ledger', ledger, lines);
    expect((await movementsOf(ledger, '--native', '--to', '2026-06')).rows, 'reported').toEqual(reported);
    expect((await movementsOf(ledger, '--native', '--series', 'economic')).rows, 'economic').toEqual(months);
    const last = (await movementsOf(ledger, '--native')).rows.filter(({ month }) => month === '2026-10');
    expect(
      last.map(({ closingMinor }) => closingMinor),
      'both series end alike',
    ).toEqual(months.filter(({ month }) => month === '2026-10').map(({ closingMinor }) => closingMinor));
    expect(await countinghouse('verify', '--ledger', ledger)).toMatchObject({ exitCode: 0 });
  });

  test('go into an encrypted ledger that opens with its key alone', async () => {
    const [ledger, keyFile] = [join(folder, 'sealed.ledger'), join(folder, 'sealed.key')];
    await answerOf('import', '--ledger', ledger, '--key-file', keyFile, ...NEW.slice(1), lines);
    expect(readFileSync(ledger).includes('cus_')).toBe(false);
    const opened = await movementsOf(ledger, '--key-file', keyFile, '--native', '--series', 'economic');
    expect(opened.rows).toEqual(months);
    const wrong = join(folder, 'wrong.key');
    writeFileSync(wrong, `${'0123456789abcdef'.repeat(4)}\n`, { mode: 0o600 });
    const refused = await countinghouse('verify', '--ledger', ledger, '--key-file', wrong, '--json');
    expect(refused.exitCode).toBe(2);
  });
});

/** Files as `stripe <resource> list --limit 100` prints them: one list each, pretty, newest first, each page twice. */
function writeLists(folder: string, objects: readonly SampleObject[]): string[] {
  mkdirSync(folder);
  const byType = Map.groupBy(objects, ({ object }) => object);
  return [...byType].flatMap(([type, ofType]) => {
    const newest = ofType.toReversed();
    return Array.from({ length: Math.ceil(newest.length / PAGE) }, (_, page) => {
      const data = newest.slice(Math.max(0, page * PAGE - 10), (page + 1) * PAGE);
      const path = join(folder, `${type}-${page}.json`);
      writeFileSync(path, JSON.stringify({ object: 'list', url: `/v1/${type}s`, has_more: true, data }, null, 2));
      return path;
    });
  });
}
