// Reads a list page by page, as far as it has been scrolled.
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

const PAGE_ROWS = 200;

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** The rows read so far, the first page (with its totals), and how to read on. */
export function usePages<Row, P extends Page<Row>>(
  key: QueryKey,
  read: (range: { offset: number; limit: number }) => Promise<P & Page<Row>>,
) {
  const query = useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => read({ offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const rowsRead = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length === 0 || rowsRead >= last.total ? undefined : rowsRead;
    },
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    first: data?.pages[0],
    rows: data?.pages.flatMap((page) => page.rows) ?? [],
    error: data === undefined ? query.error : null,
    isFetching: query.isFetching,
    retry: () => void query.refetch(),
    readOn,
  };
}
