// The arithmetic of the table: where keys lead, what is copied, which columns are shown, which rows are drawn.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widened } from '../../core/use-pages.ts';
import { keepChoice, keptChoice, shownColumns } from './column-choice.ts';
import type { DataColumn } from './columns.ts';
import { cellAfter, within } from './grid-keys.ts';
import { ariaSort, sortAfter } from './sorting.ts';
import { tabSeparated } from './tab-separated.ts';
import { ROW_HEIGHT, stretchesOf } from './use-rows-in-sight.ts';

interface Sale {
  readonly name: string;
  readonly amount: string;
}

const COLUMNS: readonly DataColumn<Sale>[] = [
  {
    key: 'name',
    header: 'Customer',
    isRowHeader: true,
    sortKey: 'name',
    cell: ({ name }) => name,
    text: ({ name }) => name,
  },
  {
    key: 'amount',
    header: 'Amount, USD',
    isNumeric: true,
    sortKey: 'mrr',
    cell: ({ amount }) => amount,
    text: ({ amount }) => amount,
  },
  { key: 'id', header: 'Id', isHiddenAtFirst: true, cell: () => '', text: () => '' },
];

function press(key: string, isFar = false) {
  return { key, ctrlKey: isFar, metaKey: false };
}

describe('keys', () => {
  const size = { rows: 100_000, columns: 5, pageRows: 30 };

  it('lead from cell to cell, by pages, to the ends, and to the head', () => {
    const from = { row: 50, column: 2 };
    expect(cellAfter(press('ArrowUp'), from, size)).toEqual({ row: 49, column: 2 });
    expect(cellAfter(press('PageDown'), from, size)).toEqual({ row: 80, column: 2 });
    expect(cellAfter(press('PageUp'), from, size)).toEqual({ row: 20, column: 2 });
    expect(cellAfter(press('PageUp'), { row: 3, column: 0 }, size)).toEqual({ row: 0, column: 0 });
    expect(cellAfter(press('Home'), from, size)).toEqual({ row: 50, column: 0 });
    expect(cellAfter(press('End', true), from, size)).toEqual({ row: 99_999, column: 4 });
    expect(cellAfter(press('ArrowDown', true), from, size)).toEqual({ row: 99_999, column: 2 });
    expect(cellAfter(press('ArrowUp'), { row: 0, column: 1 }, size)).toEqual({ row: -1, column: 1 });
    expect(cellAfter(press('a'), from, size)).toBeUndefined();
  });

  it('never leave the table', () => {
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 9 }),
      columns: fc.integer({ min: 1, max: 4 }),
      pageRows: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(sizes, fc.array(fc.tuple(keys, fc.boolean())), (grid, pressed) => {
        let cell = { row: 0, column: 0 };
        for (const [key, isFar] of pressed) cell = cellAfter(press(key, isFar), cell, grid) ?? cell;
        expect(within(cell, grid)).toEqual(cell);
      }),
    );
  });
});

describe('copying', () => {
  it('heads several rows, not one, and keeps cells in their lines', () => {
    const rows = [
      { name: 'Acme\tand\nSons', amount: '-1234.56' },
      { name: 'Beta', amount: '5' },
    ];
    expect(tabSeparated(COLUMNS.slice(0, 2), rows)).toBe('Customer\tAmount, USD\nAcme and Sons\t-1234.56\nBeta\t5');
    expect(tabSeparated(COLUMNS.slice(0, 2), rows.slice(1))).toBe('Beta\t5');
  });

  it('leaves no text that a spreadsheet would compute', () => {
    expect(tabSeparated(COLUMNS.slice(0, 2), [{ name: '=1+1', amount: '-5' }])).toBe("'=1+1\t-5");
  });
});

describe('columns', () => {
  function storage() {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  }

  it('are as at first until one is chosen, and what names the row stays', () => {
    expect(shownColumns(COLUMNS, {})).toEqual({ name: true, amount: true, id: false });
    expect(shownColumns(COLUMNS, { id: true, amount: false, name: false })).toEqual({
      name: true,
      amount: false,
      id: true,
    });
  });

  it('are kept under the name of their table, and forgotten on request', () => {
    const place = storage();
    keepChoice('customers', { id: true }, place);
    expect(keptChoice('customers', place)).toEqual({ id: true });
    expect(keptChoice('invoices', place)).toEqual({});
    keepChoice('customers', {}, place);
    expect(keptChoice('customers', place)).toEqual({});
  });

  it('are as at first where what was kept cannot be read', () => {
    const place = storage();
    for (const text of ['{', 'null', '[1]', '{"id":"yes"}']) {
      place.setItem('countinghouse-columns-customers', text);
      expect(keptChoice('customers', place)).toEqual({});
    }
  });
});

describe('sorting', () => {
  const [name, amount, id] = COLUMNS;

  it('begins with the first letter or the greatest number, and turns around', () => {
    expect(name && sortAfter(undefined, name)).toEqual({ key: 'name', isDescending: false });
    expect(amount && sortAfter({ key: 'name', isDescending: false }, amount)).toEqual({
      key: 'mrr',
      isDescending: true,
    });
    expect(amount && sortAfter({ key: 'mrr', isDescending: true }, amount)).toEqual({
      key: 'mrr',
      isDescending: false,
    });
    expect(id && sortAfter(undefined, id)).toBeUndefined();
  });

  it('is said', () => {
    expect(COLUMNS.map((column) => ariaSort({ key: 'mrr', isDescending: true }, column))).toEqual([
      'none',
      'descending',
      undefined,
    ]);
  });
});

describe('rows in sight', () => {
  it('are drawn in stretches with the room between them', () => {
    expect(stretchesOf([3, 4, 5, 100])).toEqual([
      { before: 3 * ROW_HEIGHT, indexes: [3, 4, 5] },
      { before: 94 * ROW_HEIGHT, indexes: [100] },
    ]);
    expect(stretchesOf([])).toEqual([]);
  });

  it('are read by the pages they lie in, the last seen kept', () => {
    const none = { question: 'q', indexes: [] };
    expect(widened(none, 'q', -100, 130, 100_000)).toBe(none);
    expect(widened(none, 'q', 50_000, 50_150, 100_000).indexes).toEqual([250]);
    expect(widened({ question: 'q', indexes: [250] }, 'q', 350, 420, 100_000).indexes).toEqual([1, 2, 250]);
    expect(widened({ question: 'other', indexes: [250] }, 'q', 0, 10, 100_000)).toEqual({ question: 'q', indexes: [] });
    expect(widened(none, 'q', 150, 900, 210).indexes).toEqual([1]);
    expect(widened({ question: 'q', indexes: [1, 2, 3, 4, 5, 6] }, 'q', 2000, 2010, 100_000).indexes).toHaveLength(6);
  });
});
