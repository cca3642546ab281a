// What the bridge takes from a page: shape and size.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUT_LIMIT_BYTES } from './bridge.ts';
import { isPlainJson, readCall, readCallId, readFilePath } from './call-payload.ts';

const call = { id: 1, path: 'overview.figures', type: 'query', input: { to: '2026-01' } } as const;

describe('a call', () => {
  it('is read in its one shape, with and without input', () => {
    expect(readCall(call)).toEqual(call);
    expect(readCall({ id: 7, path: 'desk.status', type: 'subscription' })).toMatchObject({ id: 7, input: undefined });
  });

  it.each([
    ['no object', 'overview.figures'],
    ['nothing', null],
    ['no path', { ...call, path: undefined }],
    ['an empty path', { ...call, path: '' }],
    ['a long path', { ...call, path: 'a'.repeat(201) }],
    ['another type', { ...call, type: 'eval' }],
    ['an id that is no count', { ...call, id: 0.5 }],
    ['an id that is text', { ...call, id: '1' }],
    ['a field too many', { ...call, sender: 'main' }],
    ['bytes', { ...call, input: new Uint8Array(4) }],
    ['a map', { ...call, input: new Map() }],
    ['a date', { ...call, input: { at: new Date(0) } }],
    ['a bigint', { ...call, input: { amountMinor: 1n } }],
    ['no number', { ...call, input: { limit: Number.NaN } }],
    ['more than 1 MiB of text', { ...call, input: 'a'.repeat(INPUT_LIMIT_BYTES) }],
    ['more than 1 MiB of small values', { ...call, input: Array.from({ length: INPUT_LIMIT_BYTES }, () => 1) }],
  ])('is refused with %s', (_with, message) => {
    expect(readCall(message)).toBeNull();
  });

  it('is refused, and soon, when its input never ends', () => {
    const round: { self?: unknown } = {};
    round.self = round;
    expect(readCall({ ...call, input: round })).toBeNull();
  });
});

describe('the size of an input', () => {
  it('counts at least as much as its JSON has, within a byte for each value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = Buffer.byteLength(JSON.stringify(value));
        expect(isPlainJson(value, bytes * 6 + 8)).toBe(true);
        expect(isPlainJson(value, Math.floor(bytes / 3) - 2)).toBe(false);
      }),
    );
  });
});

describe('other messages', () => {
  it('are an id, or a path of the file system', () => {
    expect(readCallId(3)).toBe(3);
    expect(readCallId({ id: 3 })).toBeNull();
    expect(readFilePath('/home/ada/a.ledger')).toBe('/home/ada/a.ledger');
    for (const message of ['', 'a\0b', 'a'.repeat(4097), 5, null, ['/a']]) expect(readFilePath(message)).toBeNull();
  });
});
