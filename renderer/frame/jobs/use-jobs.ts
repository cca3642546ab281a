// The jobs of the desk as they run, and what is told of them as they end.
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { core } from '../../core/client.ts';
import type { Job } from '../../core/outputs.ts';
import { tell } from '../../core/toasts.ts';

const ASK_AGAIN_MS = 3000;
const NONE: readonly Job[] = [];

/** The jobs, the latest first. A browser's page that nobody sees does not listen: connections are few. */
export function useJobs(): readonly Job[] {
  const isSeen = useSyncExternalStore(whenSeen, () => document.visibilityState !== 'hidden');
  const { data, status, reset } = useSubscription(
    core.desk.jobs.subscriptionOptions(undefined, { enabled: isSeen || window.countinghouse !== undefined }),
  );
  useEffect(() => {
    if (status !== 'error') return;
    const timer = setTimeout(reset, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [status, reset]);
  useToldEnds(data);
  return data ?? NONE;
}

/** The jobs that ended between two tellings, also those that began since the first of them. */
export function endsBetween(before: readonly Job[], now: readonly Job[]): readonly Job[] {
  const ended = new Set(before.filter(({ state }) => state !== 'running').map(({ id }) => id));
  return now.filter(({ id, state }) => !ended.has(id) && (state === 'done' || state === 'failed'));
}

/** Tells what came of jobs as toasts; what had ended before the first telling is old news. */
function useToldEnds(jobs: readonly Job[] | undefined): void {
  const before = useRef(jobs);
  useEffect(() => {
    if (jobs === undefined) return;
    for (const { name, outcome, refusal } of endsBetween(before.current ?? jobs, jobs)) {
      if (refusal === null) tell({ what: `${name}: done`, fix: outcome ?? undefined });
      else {
        const { what, where, fix } = refusal;
        tell({ what: `${name} failed: ${what}`, where: where ?? undefined, fix: fix ?? undefined, isTrouble: true });
      }
    }
    before.current = jobs;
  }, [jobs]);
}

function whenSeen(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
