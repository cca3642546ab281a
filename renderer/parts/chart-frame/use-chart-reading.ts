// Reading a chart point by point: by pointer and by the arrow keys.
import { type KeyboardEvent, useState } from 'react';
import type { ChartReading } from './chart-frame.tsx';
import { pointAfter } from './reading-keys.ts';

interface ReadPoints<Row> {
  readonly reading: ChartReading;
  /** The row that is pointed at or read. */
  readonly active: Row | undefined;
  /** The row to be spoken: the one that a key led to. */
  readonly spoken: Row | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/** Which point is read. Enter opens it where it opens. */
export function useChartReading<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  onOpen: ((row: Row) => void) | undefined,
): ReadPoints<Row> {
  const [at, setAt] = useState<{ readonly key: string | undefined; readonly isByKey: boolean }>(NOWHERE);
  const place = rows.findIndex((row) => keyOf(row) === at.key);
  const active = rows[place];
  return {
    reading: {
      activeKey: at.key,
      point: (key) => setAt(key === undefined ? NOWHERE : { key, isByKey: false }),
    },
    active,
    spoken: at.isByKey ? active : undefined,
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const next = rows[pointAfter(event.key, place === -1 ? undefined : place, rows.length) ?? -1];
      if (next !== undefined) {
        event.preventDefault();
        setAt({ key: keyOf(next), isByKey: true });
      } else if (event.key === 'Enter' && active !== undefined) {
        event.preventDefault();
        onOpen?.(active);
      } else if (event.key === 'Escape' && active !== undefined) {
        event.stopPropagation();
        setAt(NOWHERE);
      }
    },
    onBlur: () => setAt(NOWHERE),
  };
}

const NOWHERE = { key: undefined, isByKey: false };
