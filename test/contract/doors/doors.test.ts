// One contract for every door: the same calls, answered with the same bytes, refused with the same words.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationSchema } from '../../../src/app/schema.ts';
import { PROCEDURES } from '../../../src/router/index.ts';
import { createSample } from '../../../src/stripe/sample/index.ts';
import { casesOf, findKnown, type ProcedureCases } from './cases.ts';
import type { DoorAnswer, DoorUnderTest } from './door-under-test.ts';
import { openCommandLineDoor, openDeskDoor, openHttpDoor } from './doors.ts';
import { openBrowserDoor, openWindowDoor } from './page-doors.ts';

const folder = mkdtempSync(join(tmpdir(), 'doors-'));
const ledger = join(folder, 'sample.ledger');
const SHARED = { customerId: '', invoiceId: '', lineId: '', month: '2026-10' };

/** What every door answers: all but the desk's own procedures, and what is followed. */
const paths = [...PROCEDURES].filter(([path, type]) => !path.startsWith('desk.') && type !== 'subscription');

let doors: DoorUnderTest[];
let cases: Readonly<Record<string, ProcedureCases>>;

beforeAll(async () => {
  await createSample({ path: ledger, schema: applicationSchema, options: { customers: 60, months: 6, seed: 3 } });
  const desk = await openDeskDoor(copyFor('desk'), folder);
  doors = [desk, await openHttpDoor(copyFor('http'), folder), await openCommandLineDoor(copyFor('cli'))];
  doors.push(await openWindowDoor(copyFor('window')), await openBrowserDoor(copyFor('browser'), folder));
  cases = casesOf(await findKnown(desk));
});

afterAll(async () => {
  for (const door of doors ?? []) await door.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each door has a ledger to itself, since one process writes a ledger; only its folder differs. */
function copyFor(door: string): string {
  mkdirSync(join(folder, door));
  const copy = join(folder, door, 'sample.ledger');
  copyFileSync(ledger, copy);
  return copy;
}

/** Asks every door; each must give what the first gives, byte for byte. */
async function askAll(path: string, input: unknown): Promise<DoorAnswer> {
  const type = PROCEDURES.get(path) === 'mutation' ? 'mutation' : 'query';
  const [first, ...others] = doors;
  if (first === undefined) throw new Error('no door is open');
  const answer = await first.call({ path, type, input });
  for (const door of others) {
    const other = await door.call({ path, type, input });
    const about = `${path} ${JSON.stringify(input)} through ${door.name}`;
    expect(other.isOk, about).toBe(answer.isOk);
    if (answer.isOk) expect(other.json, about).toBe(answer.json);
    else expect(toldOf(other), about).toEqual(toldOf(answer));
  }
  return answer;
}

/** What a person is told of a refusal, which no door may tell otherwise. */
function toldOf({ json }: DoorAnswer): unknown {
  const { message, data } = JSON.parse(json);
  const { code, what, where, fix, httpStatus, path } = data;
  return { message, code, what, where, fix, httpStatus, path };
}

it('every procedure of the router has its cases, and no other', () => {
  expect(Object.keys(casesOf(SHARED)).sort()).toEqual(paths.map(([path]) => path).sort());
  for (const [path, type] of paths) {
    const { good, bad } = casesOf(SHARED)[path] ?? { good: [], bad: [] };
    expect(type === 'query' ? good.length : bad.length, path).toBeGreaterThan(0);
  }
});

describe.each(paths)('%s', (path) => {
  it('is answered alike', async () => {
    for (const input of cases[path]?.good ?? []) {
      const { isOk, json } = await askAll(path, input);
      expect(isOk, json).toBe(true);
      expect(json.length).toBeGreaterThan(2);
    }
  });

  it('is refused alike', async () => {
    for (const { input, code, where } of cases[path]?.bad ?? []) {
      const { isOk, json } = await askAll(path, input);
      expect(isOk, `${path} ${JSON.stringify(input)}`).toBe(false);
      expect(JSON.parse(json).data, `${path} ${JSON.stringify(input)}`).toMatchObject({
        code,
        path,
        ...(where === undefined ? {} : { where }),
      });
    }
  });

  it('takes or refuses input of any shape alike', async () => {
    for (const input of [null, 7, [1], 'text', { unheardOf: true }]) {
      const { isOk, json } = await askAll(path, input);
      if (!isOk) expect(JSON.parse(json).data.code, `${path} ${JSON.stringify(input)}`).not.toBe('defect');
    }
  });
});

it.each(['no.such', 'internal.backup', 'internal', 'workspace', '__proto__', 'toString', 'x'.repeat(200)])(
  'what is no procedure is refused alike: %s',
  async (path) => {
    const answer = await askAll(path, { path: '/nowhere' });
    expect(toldOf(answer)).toMatchObject({ code: 'not_found', what: 'There is no such procedure', path });
  },
);
