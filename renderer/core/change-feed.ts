// Follows the core's change feed: what moved is asked again, and a lost connection or an ended session is known.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { createContext, useCallback, useEffect, useRef } from 'react';
import { client, core } from './client.ts';
import { refreshDesk } from './desk-status.ts';
import { isSignedOut } from './refusal.ts';

const SETTLE_MS = 400;
const ASK_AGAIN_MS = 3000;

/** `ended`: the core answers, but to nobody with this page's session. */
export type Connection = 'connecting' | 'connected' | 'lost' | 'ended';

/** How the connection is, for what shows it. */
export const ConnectionContext = createContext<Connection>('connecting');

/**
 * Subscribes to the change feed of the ledger for as long as the caller is mounted and says how the connection is.
 * A burst of changes, such as an import, asks again at most once per 400 ms.
 *
 * @param ledger what names the open ledger; undefined while it is not known, null where none is open.
 */
export function useChangeFeed(ledger: string | null | undefined): Connection {
  const refetch = useSettledRefetch();
  const hasLedger = ledger !== null;
  const feed = useSubscription(
    core.changes.feed.subscriptionOptions(undefined, { onData: refetch, enabled: hasLedger }),
  );
  const wasConnected = useRef(false);
  const isConnected = feed.status === 'pending';
  useEffect(() => {
    if (isConnected && wasConnected.current) refetch();
    if (isConnected) wasConnected.current = true;
  }, [isConnected, refetch]);
  useBegunForEach(ledger, feed.reset);
  const isLost = hasLedger && !isConnected && (feed.error !== null || wasConnected.current);
  const isEnded = useAskedAgain(isLost, feed.status === 'error', feed.reset);
  if (isConnected || !hasLedger) return 'connected';
  if (!isLost) return 'connecting';
  return isEnded ? 'ended' : 'lost';
}

/** The feed of the ledger before ends with it: begins the one of the ledger that took its place. */
function useBegunForEach(ledger: string | null | undefined, begin: () => void): void {
  const before = useRef(ledger);
  useEffect(() => {
    const isAnother = typeof before.current === 'string' && typeof ledger === 'string' && before.current !== ledger;
    before.current = ledger;
    if (isAnother) begin();
  }, [ledger, begin]);
}

/**
 * Asks every 3 seconds while the feed is lost, as a feed does not tell a refusal from silence. True when the session
 * is refused. A feed that has given up is begun again once there is an answer.
 */
function useAskedAgain(isLost: boolean, hasGivenUp: boolean, begin: () => void): boolean {
  const { error, dataUpdatedAt } = useQuery({
    queryKey: ['connection'],
    // The desk is asked first: a ledger that was closed is no trouble, and answers nothing any more.
    queryFn: async ({ signal }) => {
      const desk = await client.desk.status.query(undefined, { signal });
      await refreshDesk(desk);
      if (desk.ledger === null) return null;
      return (await client.workspace.status.query(undefined, { signal })).headHash;
    },
    enabled: isLost,
    refetchInterval: ASK_AGAIN_MS,
    staleTime: 0,
    retry: false,
  });
  const begunAt = useRef(0);
  useEffect(() => {
    if (!hasGivenUp || dataUpdatedAt <= begunAt.current) return;
    begunAt.current = dataUpdatedAt;
    begin();
  }, [hasGivenUp, dataUpdatedAt, begin]);
  return isSignedOut(error);
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
