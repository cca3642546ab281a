// Which keys an event means, alone and one after the other.
import { describe, expect, it } from 'vitest';
import { hasModifier, keyNames, keySequence, keysOf, type Pressed } from './keys.ts';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keys', () => {
  it('takes Command on a Mac and Control elsewhere as the same', () => {
    expect(keysOf(press('k', { metaKey: true }), 'darwin')).toBe('mod+k');
    expect(keysOf(press('k', { ctrlKey: true }), 'win32')).toBe('mod+k');
    expect(keysOf(press('k', { ctrlKey: true }), 'darwin')).toBe('ctrl+k');
  });

  it('writes Shift only where it is not in the key itself', () => {
    expect(keysOf(press('?', { shiftKey: true }), 'linux')).toBe('?');
    expect(keysOf(press('E', { shiftKey: true, ctrlKey: true }), 'linux')).toBe('mod+shift+e');
    expect(keysOf(press('ArrowLeft', { altKey: true }), 'linux')).toBe('alt+arrowleft');
  });

  it('reads as a person does', () => {
    expect(keyNames('mod+shift+e', 'darwin')).toEqual(['⌘', '⇧', 'E']);
    expect(keyNames('g o', 'linux')).toEqual(['G', 'then', 'O']);
    expect(keyNames('alt+arrowleft', 'linux')).toEqual(['Alt', '←']);
  });

  it('knows keys that type nothing', () => {
    expect(['mod+k', 'alt+arrowleft', 'g o', '?', 'shift+g'].map(hasModifier)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('a sequence of keys', () => {
  const bound = new Set(['g o', 'g r', '?', 'mod+k']);

  it('waits for the second key, and forgets the first in time', () => {
    const next = keySequence();
    expect(next('g', bound, 0)).toBe('awaiting');
    expect(next('o', bound, 500)).toBe('g o');
    expect(next('o', bound, 600)).toBeNull();
    expect(next('g', bound, 1000)).toBe('awaiting');
    expect(next('r', bound, 9000)).toBeNull();
  });

  it('takes a key that is bound by itself, also after a first one that leads nowhere', () => {
    const next = keySequence();
    expect(next('g', bound, 0)).toBe('awaiting');
    expect(next('?', bound, 100)).toBe('?');
    expect(next('x', bound, 200)).toBeNull();
  });
});
