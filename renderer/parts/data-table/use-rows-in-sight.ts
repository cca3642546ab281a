// Which rows of a table are drawn: all of a short one, of a long one those in sight and the one that has the focus.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Pages } from '../../core/use-pages.ts';

export const ROW_HEIGHT = 26;
/** The most rows of a table that is drawn whole. */
export const DRAWN_WHOLE = 60;
const OVERSCAN = 16;
const READ_AHEAD = 100;
const SETTLE_MS = 60;

/** A stretch of rows that are drawn one after another, below so many px of rows that are not. */
export interface Stretch {
  readonly before: number;
  readonly indexes: readonly number[];
}

export interface RowsInSight {
  readonly stretches: readonly Stretch[];
  /** Px of rows below the last stretch. */
  readonly after: number;
  readonly isVirtual: boolean;
  readonly pageRows: number;
  readonly scrollTo: (row: number) => void;
}

/** The rows to draw, and how to bring one into sight; asks the pages for what comes into sight. */
export function useRowsInSight<Row>(
  pages: Pages<Row>,
  scrollerRef: RefObject<HTMLElement | null>,
  { activeRow, hasHeight }: { readonly activeRow: number; readonly hasHeight: boolean },
): RowsInSight {
  const count = pages.total ?? 0;
  const isVirtual = count > DRAWN_WHOLE;
  const virtualizer = useVirtualizer({
    count,
    enabled: isVirtual,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    getScrollElement: () => scrollerRef.current,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (activeRow < 0 || activeRow >= count || drawn.includes(activeRow)) return drawn;
      return [...drawn, activeRow].toSorted((a, b) => a - b);
    },
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useReading(pages, startIndex, isVirtual ? endIndex : count);
  useTopOfQuestion(pages.question, scrollerRef);
  const pageRows = Math.max(1, isVirtual ? endIndex - startIndex - 1 : hasHeight ? 20 : count);
  const scrollTo = (row: number) => {
    if (isVirtual && row >= 0) virtualizer.scrollToIndex(row, { align: 'auto' });
  };
  const drawn = isVirtual ? virtualizer.getVirtualItems().map(({ index }) => index) : [...Array(count).keys()];
  const last = drawn.at(-1) ?? -1;
  return {
    stretches: stretchesOf(drawn),
    after: isVirtual ? (count - 1 - last) * ROW_HEIGHT : 0,
    isVirtual,
    pageRows,
    scrollTo,
  };
}

/** Drawn rows as stretches without gaps. */
export function stretchesOf(drawn: readonly number[]): Stretch[] {
  const stretches: { before: number; indexes: number[] }[] = [];
  let next = 0;
  for (const index of drawn) {
    const open = stretches.at(-1);
    if (open !== undefined && index === next) open.indexes.push(index);
    else stretches.push({ before: (index - next) * ROW_HEIGHT, indexes: [index] });
    next = index + 1;
  }
  return stretches;
}

/** Reads what is in sight, once the scrolling has rested or has gone on for a while. */
function useReading<Row>({ readAt }: Pages<Row>, start: number, end: number): void {
  const wanted = useRef({ start, end });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    wanted.current = { start, end };
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      readAt(wanted.current.start - READ_AHEAD, wanted.current.end + READ_AHEAD);
    }, SETTLE_MS);
  }, [readAt, start, end]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}

function useTopOfQuestion(question: string, scrollerRef: RefObject<HTMLElement | null>): void {
  const before = useRef(question);
  useLayoutEffect(() => {
    if (before.current === question) return;
    before.current = question;
    scrollerRef.current?.scrollTo({ top: 0 });
  }, [question, scrollerRef]);
}
