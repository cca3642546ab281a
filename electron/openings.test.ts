// What a start was given to open.
import { describe, expect, it } from 'vitest';
import { openingsOf, openingsTold, ownArguments, startData } from './openings.ts';

describe('own arguments', () => {
  it('follow the executable of a packaged program', () => {
    expect(ownArguments(['/opt/Countinghouse/countinghouse', 'a.ledger'], true)).toEqual(['a.ledger']);
  });

  it("follow the program's folder, wherever switches stand, in one that runs from its sources", () => {
    expect(ownArguments(['/electron', '--inspect=0', '/sources', 'a.ledger', '--flag'], false)).toEqual([
      '--inspect=0',
      'a.ledger',
      '--flag',
    ]);
  });
});

describe('openings', () => {
  it('are files read from the folder of the start, and links; switches are neither', () => {
    const given = ['--no-sandbox', 'books/a.ledger', '', '/b.ledger', 'countinghouse://open/revenue', '-x'];
    expect(openingsOf({ folder: '/home/ada', arguments: given })).toEqual([
      { kind: 'file', path: '/home/ada/books/a.ledger' },
      { kind: 'file', path: '/b.ledger' },
      { kind: 'link', link: 'countinghouse://open/revenue' },
    ]);
  });

  it('are files also where a desktop hands over their addresses', () => {
    const given = ['file:///home/ada/My%20books/%C3%A4.ledger', 'file://elsewhere/a.ledger'];
    expect(openingsOf({ folder: '/', arguments: given })).toEqual([
      { kind: 'file', path: '/home/ada/My books/ä.ledger' },
      { kind: 'file', path: '/file:/elsewhere/a.ledger' },
    ]);
  });
});

describe('what a second start tells', () => {
  it.each([
    ['nothing', null],
    ['without its fields', {}],
    ['without a folder', { folder: '', arguments: [] }],
    ['with numbers', { folder: '/', arguments: [1] }],
    ['with too many arguments', { folder: '/', arguments: Array.from({ length: 101 }, () => 'a') }],
    ['with an endless argument', { folder: '/', arguments: ['a'.repeat(4097)] }],
  ])('is not taken when it is %s', (_how, told) => {
    expect(startData.safeParse(told).success).toBe(false);
    expect(openingsTold(told)).toEqual([{ kind: 'unreadable' }]);
  });
});
