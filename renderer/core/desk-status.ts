// What the desk says of itself: which ledger is open, the recent ones, and whether the core is in trouble.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect } from 'react';
import { client, core, queryClient } from './client.ts';
import type { DeskStatus } from './outputs.ts';

const ASK_AGAIN_MS = 3000;
const isWindow = window.countinghouse !== undefined;

/** The desk's status as it was told last; undefined before the first answer. */
export function useDeskStatus(): DeskStatus | undefined {
  return useQuery(core.desk.status.queryOptions()).data;
}

/**
 * Keeps the desk's status current for as long as the caller is mounted. The window is told of each change; a browser
 * asks every 3 seconds, since it has few connections to spare and each page that listens takes one.
 */
export function useDeskFeed(): DeskStatus | undefined {
  const queries = useQueryClient();
  const { status, reset } = useSubscription(
    core.desk.statuses.subscriptionOptions(undefined, {
      enabled: isWindow,
      onData: (told) => queries.setQueryData(core.desk.status.queryKey(), told),
    }),
  );
  useEffect(() => {
    if (status !== 'error') return;
    const timer = setTimeout(reset, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [status, reset]);
  return useQuery({
    ...core.desk.status.queryOptions(),
    refetchInterval: isWindow ? false : ASK_AGAIN_MS,
  }).data;
}

/** Asks the desk at once, after something that changed what is on it. */
export async function refreshDesk(told?: DeskStatus): Promise<void> {
  const key = core.desk.status.queryKey();
  queryClient.setQueryData(key, told ?? (await client.desk.status.query()));
}
