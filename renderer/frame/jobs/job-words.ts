// How far a job is and what became of it, in words.
import type { Job } from '../../core/outputs.ts';
import { countText } from '../../format/amounts.ts';

type Progress = NonNullable<Job['progress']>;

const STATES: Readonly<Record<Job['state'], string>> = {
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  canceled: 'Canceled',
  interrupted: 'Interrupted: Countinghouse ended while it ran',
};

/** `1,200 of 52,000 objects`; `1,200 objects` where the end is not known. */
export function progressText({ done, total, unit }: Progress): string {
  return total === null
    ? `${countText(Math.round(done))} ${unit}`
    : `${countText(Math.round(done))} of ${countText(total)} ${unit}`;
}

/** The state of a job in a few words. */
export function stateText({ state, progress }: Pick<Job, 'state' | 'progress'>): string {
  return state === 'running' && progress !== null ? progressText(progress) : STATES[state];
}
