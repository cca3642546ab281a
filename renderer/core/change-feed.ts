// Follows the core's change feed: what moved is asked again, and a lost connection is known.
import { useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useCallback, useEffect, useRef } from 'react';
import { core } from './client.ts';

const SETTLE_MS = 400;

export type Connection = 'connecting' | 'connected' | 'lost';

/**
 * Subscribes to the change feed for as long as the caller is mounted and says how the connection is.
 * A burst of changes, such as an import, asks again at most once per 400 ms.
 */
export function useChangeFeed(): Connection {
  const refetch = useSettledRefetch();
  const feed = useSubscription(core.changes.feed.subscriptionOptions(undefined, { onData: refetch }));
  const wasConnected = useRef(false);
  const isConnected = feed.status === 'pending';
  useEffect(() => {
    if (isConnected && wasConnected.current) refetch();
    if (isConnected) wasConnected.current = true;
  }, [isConnected, refetch]);
  if (isConnected) return 'connected';
  return feed.error === null && !wasConnected.current ? 'connecting' : 'lost';
}

function useSettledRefetch(): () => void {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void queryClient.invalidateQueries();
    }, SETTLE_MS);
  }, [queryClient]);
}
