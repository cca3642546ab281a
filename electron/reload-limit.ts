// How often screens that stop are loaded again by themselves.

const RELOADS = 3;
const WITHIN_MS = 60_000;

/** Tells for each stop, at a time in milliseconds, whether to load again; no more than three times a minute. */
export function reloadLimit(): (nowMs: number) => boolean {
  let times: number[] = [];
  return (nowMs) => {
    times = [...times.filter((time) => nowMs - time < WITHIN_MS), nowMs];
    return times.length <= RELOADS;
  };
}
