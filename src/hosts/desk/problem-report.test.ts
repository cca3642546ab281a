// The report on a problem: it says what helps, and nothing of keys, people and customers.
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recoveryKeyText } from '../../governance/secrets/index.ts';
import { NEW_COMPANY, openTestDesk, products, type TestDesk } from './desk.testing.ts';
import { problemReport } from './problem-report.ts';

const MARKED_KEY = new Uint8Array(32).fill(0xab);
const KEY_TEXT = recoveryKeyText(MARKED_KEY);
const KEY_HEX = Buffer.from(MARKED_KEY).toString('hex');
const NAME = 'Zebrastreifen';

let on: TestDesk;
beforeEach(() => {
  on = openTestDesk({
    keySources: { environment: { COUNTINGHOUSE_KEY: KEY_TEXT } },
    versions: { electron: '45.0.0' },
  });
});
afterEach(() => on.close());

async function report(): Promise<string> {
  const { json } = await on.desk.call({ path: 'desk.problemReport', type: 'query', input: undefined });
  return JSON.parse(json);
}

describe('the report', () => {
  it('tells versions, counts, the head, the schema, jobs and problems', async () => {
    expect(await report()).toContain('Ledger: none open');
    await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: NAME });
    on.desk.noteProblem({ kind: 'foreign-frame', what: 'A frame of another page called the core' });
    const { headHash, facts } = await on.ask('workspace.status');
    const text = await report();
    for (const part of [
      'Countinghouse 1.2.3, browser door',
      `node: ${process.versions.node}`,
      'electron: 45.0.0',
      'Ledger: open, encrypted',
      `Facts: ${facts}; Stripe objects: 0`,
      `Head: ${headHash}`,
      'workspace ',
      'Jobs running: 0',
      'A frame of another page called the core',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('holds no key, no name, no address and no path of a person', async () => {
    await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: NAME });
    const customer = { id: 'cus_1', object: 'customer', created: 1_700_000_000, livemode: false, name: NAME };
    const ticket = await on.handIn(`${NAME}.jsonl`, `${JSON.stringify(customer)}\n${NAME}\n${products(1)}`);
    await on.jobOf('desk.importFiles', { tickets: [ticket] });
    const strict = await on.handIn(`${NAME}-2.jsonl`, `${NAME} is not JSON`);
    await on.jobOf('desk.importFiles', { tickets: [strict], isStrict: true });
    on.desk.noteProblem({
      kind: 'test',
      what: `${KEY_TEXT} ${KEY_HEX} ${KEY_HEX.toUpperCase()} sk_live_4242424242 ada@example.com ${homedir()}/x /home/ada/y C:\\Users\\ada\\z`,
    });
    const noted = readFileSync(join(on.userFolder, 'problems.jsonl'), 'utf8');
    for (const text of [await report(), noted]) {
      for (const secret of [KEY_TEXT, KEY_HEX, NAME, 'sk_live', 'ada', homedir(), on.folder, 'cus_1']) {
        expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
      }
    }
    expect(noted).toContain('job-failed');
    expect(noted).toContain('bad_input');
  });
});

it('the log of problems stays bounded, and begins where the newer half does', () => {
  on.desk.noteProblem({ kind: 'first', what: 'the first' });
  const path = join(on.userFolder, 'problems.jsonl');
  appendFileSync(path, `${JSON.stringify({ kind: 'old', what: 'x'.repeat(400) })}\n`.repeat(700));
  on.desk.noteProblem({ kind: 'last', what: 'the last' });
  expect(statSync(path).size).toBeLessThan(262_144);
  const text = readFileSync(path, 'utf8');
  expect(text).not.toContain('"first"');
  expect(text).toContain('"last"');
});

it('what is told of trouble is without secrets and people too', async () => {
  const what = `Cannot read ${homedir()}/books of ada@example.com with ${KEY_TEXT}`;
  const trouble = { code: 'unavailable', what, where: null, fix: null, httpStatus: 503 } as const;
  const about = { door: 'browser', version: '1', versions: {}, ledger: null, trouble, running: [], problems: [] };
  expect(await problemReport(about)).toContain('Trouble: unavailable, Cannot read ~/books of [e-mail] with [key]');
});
