// Reads a list page by page: the pages in sight, wherever in the list they lie.
import { hashKey, keepPreviousData, type QueryKey, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

const PAGE_ROWS = 200;
/** Pages that are read again when the ledger changes: those in sight, and those seen last. */
const KEPT_PAGES = 6;
/** As many rows as the core gives at once. */
const MOST_ROWS_AT_ONCE = 1000;

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

interface Range {
  readonly offset: number;
  readonly limit: number;
}

/** A list, as far as it has been read. */
export interface Pages<Row> {
  /** Changes with what is asked: a list of another question begins at its top again. */
  readonly question: string;
  /** The rows read, in their order; there may be gaps between them. */
  readonly rows: readonly Row[];
  /** How many there are altogether; undefined before the first page. */
  readonly total: number | undefined;
  readonly isFetching: boolean;
  /** The rows are of the question before, while the new one is being answered. */
  readonly isOfBefore: boolean;
  /** Why nothing could be read; null as soon as there are rows. */
  readonly error: unknown;
  /** The row at a place of the list; undefined while it is not read. */
  rowAt(index: number): Row | undefined;
  /** Says which rows are in sight, so that they are read. */
  readAt(first: number, last: number): void;
  /** All rows, at most so many. */
  readAll(limit: number): Promise<readonly Row[]>;
  retry(): void;
}

interface PagesOptions {
  readonly isEnabled?: boolean;
  /** Shows the rows of the question before until the new one is answered. */
  readonly isKeptWhileAsking?: boolean;
}

type ReadPage<P> = (range: Range, signal: AbortSignal) => Promise<P>;

function pageQuery<P>(key: QueryKey, read: ReadPage<P>, index: number) {
  return {
    queryKey: [...key, 'page', index],
    // A page that nobody waits for any more is canceled in the core too.
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      read({ offset: index * PAGE_ROWS, limit: PAGE_ROWS }, signal),
  };
}

/** The query of a list's first page, to be read ahead of the screen that shows it. */
export function firstPage<P>(key: QueryKey, read: ReadPage<P>) {
  return pageQuery(key, read, 0);
}

/** The pages of a list, and the first of them, which carries its totals. */
export function usePages<Row, P extends Page<Row>>(
  key: QueryKey,
  read: ReadPage<P & Page<Row>>,
  { isEnabled = true, isKeptWhileAsking = false }: PagesOptions = {},
): Pages<Row> & { readonly first: (P & Page<Row>) | undefined } {
  const question = hashKey(key);
  const queryClient = useQueryClient();
  const [sight, setSight] = useState({ question, indexes: NONE });
  const further = sight.question === question ? sight.indexes : NONE;
  const first = useQuery({
    ...firstPage(key, read),
    enabled: isEnabled,
    ...(isKeptWhileAsking && { placeholderData: keepPreviousData }),
  });
  const others = useQueries({
    queries: further.map((index) => ({
      ...pageQuery(key, read, index),
      enabled: isEnabled && !first.isPlaceholderData,
    })),
  });
  const total = first.data?.total;
  const read0 = first.data?.rows;
  const pages = new Map<number, readonly Row[]>(read0 === undefined ? [] : [[0, read0]]);
  further.forEach((index, place) => {
    const rows = others[place]?.data?.rows;
    if (rows !== undefined && !first.isPlaceholderData) pages.set(index, rows);
  });
  const rows = [...pages].toSorted(([a], [b]) => a - b).flatMap(([, of]) => of);
  const readAt = useCallback(
    (from: number, to: number) => setSight((before) => widened(before, question, from, to, total ?? 0)),
    [question, total],
  );
  return {
    question,
    first: first.data,
    rows,
    total,
    error: first.data === undefined ? first.error : null,
    isFetching: first.isFetching || others.some(({ isFetching }) => isFetching),
    isOfBefore: first.isPlaceholderData,
    rowAt: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    readAt,
    readAll: async (limit) => {
      const all: Row[] = [];
      for (let isMore = true; isMore && all.length < limit; ) {
        const range = { offset: all.length, limit: Math.min(MOST_ROWS_AT_ONCE, limit - all.length) };
        const page = await queryClient.fetchQuery({
          queryKey: [...key, 'range', range],
          queryFn: ({ signal }) => read(range, signal),
          gcTime: 0,
        });
        all.push(...page.rows);
        isMore = page.rows.length > 0 && all.length < page.total;
      }
      return all;
    },
    retry: () => void first.refetch(),
  };
}

/** A list that is all there, as pages. Undefined rows are still being read. */
export function rowsInMemory<Row>(
  rows: readonly Row[] | undefined,
  query: { readonly error?: unknown; readonly isFetching?: boolean; readonly refetch?: () => unknown } = {},
): Pages<Row> {
  return {
    question: '',
    rows: rows ?? [],
    total: rows?.length,
    isFetching: query.isFetching ?? false,
    isOfBefore: false,
    error: rows === undefined ? (query.error ?? null) : null,
    rowAt: (index) => rows?.[index],
    readAt: () => undefined,
    readAll: async (limit) => (rows ?? []).slice(0, limit),
    retry: () => void query.refetch?.(),
  };
}

const NONE: readonly number[] = [];

interface Sight {
  readonly question: string;
  readonly indexes: readonly number[];
}

/** What is in sight once the rows from `from` to `to` are; the same object where nothing is added. */
export function widened(before: Sight, question: string, from: number, to: number, total: number): Sight {
  const known = before.question === question ? before.indexes : NONE;
  const start = Math.max(0, Math.floor(from / PAGE_ROWS));
  const end = Math.floor(Math.min(to, total - 1) / PAGE_ROWS);
  const wanted = Array.from({ length: Math.max(0, end - start + 1) }, (_, place) => start + place).filter(
    (at) => at > 0,
  );
  if (wanted.every((index) => known.includes(index)))
    return before.question === question ? before : { question, indexes: NONE };
  return { question, indexes: [...new Set([...wanted, ...known])].slice(0, Math.max(KEPT_PAGES, wanted.length)) };
}
