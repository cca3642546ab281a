// What the person at the window is told when something cannot be opened.
import { expect, it } from 'vitest';
import { CountinghouseError } from '../src/kernel/index.ts';
import { sayingOf } from './refusals-said.ts';

it('is the refusal, with where and what to do', () => {
  const error = new CountinghouseError('not_found', { what: 'There is no such file', where: '/a', fix: 'Look again' });
  expect(sayingOf(error)).toEqual({ command: 'say', what: 'There is no such file (/a)', fix: 'Look again' });
});

it('is no more of a defect than that there was one: the window opens all the same', () => {
  const said = sayingOf(new Error('EIO: i/o error, read of cus_1'));
  expect(said).toMatchObject({ command: 'say', what: expect.stringContaining('failed') });
  expect(JSON.stringify(said)).not.toContain('cus_1');
});
