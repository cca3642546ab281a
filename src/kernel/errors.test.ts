// The error family: what a person reads, and what a door answers.
import { describe, expect, test } from 'vitest';
import { assert, CountinghouseError, ERROR_CODES, known } from './errors.ts';

describe('errors', () => {
  test('say what happened, where, and what to do', () => {
    const cause = new Error('underneath');
    const error = new CountinghouseError(
      'bad_input',
      { what: 'no date', where: 'a.jsonl line 3', fix: 'Add one' },
      cause,
    );
    expect(error.message).toBe('no date (a.jsonl line 3). Add one');
    expect(error).toMatchObject({ code: 'bad_input', what: 'no date', where: 'a.jsonl line 3', fix: 'Add one', cause });
    expect(new CountinghouseError('not_found', { what: 'no such invoice' }).message).toBe('no such invoice');
  });

  test('every code has the exit status of bad input or of something found, and an HTTP status of a refusal', () => {
    for (const [code, { exitCode, httpStatus }] of Object.entries(ERROR_CODES)) {
      expect([1, 2], code).toContain(exitCode);
      expect(httpStatus, code).toBeGreaterThanOrEqual(400);
    }
    expect(new CountinghouseError('ledger_busy', { what: 'busy' }).exitCode).toBe(2);
  });

  test('a defect is none of the family', () => {
    expect(() => assert(false, 'water is dry')).toThrow('assertion failed: water is dry');
    expect(() => known(null, 'there is a row')).toThrow('assertion failed: there is a row');
    expect(known(0, 'zero is a value')).toBe(0);
  });
});
