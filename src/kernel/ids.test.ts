// Our own keys: prefixed, sorted by time, repeatable from a seeded source.
import { describe, expect, test } from 'vitest';
import { CountinghouseError } from './errors.ts';
import { newId, parseId } from './ids.ts';

const fixed = (byte: number) => (length: number) => new Uint8Array(length).fill(byte);

describe('ids', () => {
  test('carry their prefix and a UUIDv7', () => {
    expect(newId('workspace', 1_700_000_000_000, fixed(7))).toMatch(
      /^ws_018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('are the same for the same time and bytes, and sort by time', () => {
    const first = newId('job', 1_700_000_000_000, fixed(255));
    expect(newId('job', 1_700_000_000_000, fixed(255))).toBe(first);
    expect(newId('job', 1_700_000_000_001, fixed(0)) > first).toBe(true);
  });

  test('are read back, and refused as the id of something else', () => {
    const id = newId('member', 1_700_000_000_000, fixed(1));
    expect(parseId('member', id)).toBe(id);
    for (const text of [id.replace('mem', 'ws'), id.slice(4), `${id}0`, 'mem_1']) {
      expect(() => parseId('member', text)).toThrow(CountinghouseError);
    }
  });
});
