// What a person at the browser door is told when an export or a file is refused.
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { refusalOf } from '../core/refusal.ts';
import type { Shell } from './shell.ts';

/** A refusal as the door sends it. */
const DISK_FULL = {
  code: 'disk_full',
  what: 'The disk is full',
  where: null,
  fix: 'Free some space',
  httpStatus: 507,
  path: null,
};

let shell: Shell;
let answer: Response;

beforeAll(async () => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('fetch', async () => answer);
  shell = (await import('./browser-shell.ts')).browserShell();
});
beforeEach(() => {
  answer = Response.json({ error: { message: DISK_FULL.what, code: -32_600, data: DISK_FULL } }, { status: 507 });
});

const raised = (work: Promise<unknown>) => work.then(() => null, refusalOf);

it('is what the door refused an export with', async () => {
  const work = shell.exportReport({ report: 'movements', input: {}, format: 'csv' });
  expect(await raised(work)).toMatchObject({ code: 'disk_full', what: 'The disk is full', fix: 'Free some space' });
});

it('is what the door refused a file with', async () => {
  const work = shell.handIn([new File(['a'], 'a.ledger')]);
  expect(await raised(work)).toMatchObject({ code: 'disk_full', what: 'The disk is full' });
});

it('is a defect where the answer is none of the door', async () => {
  answer = new Response('<html>', { status: 500 });
  expect(await raised(shell.handIn([new File(['a'], 'a.ledger')]))).toMatchObject({ code: 'defect' });
});
