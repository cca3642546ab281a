// What is told of jobs: how far they are, and which of them have ended.
import { expect, it, vi } from 'vitest';
import type { Job } from '../../core/outputs.ts';
import { progressText, stateText } from './job-words.ts';

vi.stubGlobal('window', {});
const { endsBetween } = await import('./use-jobs.ts');

const job = (id: string, state: Job['state']): Job => ({
  id,
  name: `Job ${id}`,
  state,
  progress: null,
  startedAt: 1,
  endedAt: null,
  outcome: null,
  refusal: null,
  canBeRepeated: false,
});

it('says how far a job is', () => {
  expect(progressText({ done: 1200, total: 52_000, unit: 'objects' })).toBe('1,200 of 52,000 objects');
  expect(progressText({ done: 1200, total: null, unit: 'rows' })).toBe('1,200 rows');
  expect(stateText({ state: 'running', progress: null })).toBe('Running');
  expect(stateText({ state: 'done', progress: { done: 1, total: 1, unit: 'rows' } })).toBe('Done');
});

it('tells of a job that ended once, also of one that began since, and of none that had ended before', () => {
  const before = [job('a', 'running'), job('b', 'running'), job('c', 'done'), job('d', 'running')];
  const now = [job('a', 'done'), job('b', 'failed'), job('c', 'done'), job('d', 'canceled'), job('e', 'failed')];
  expect(endsBetween(before, now).map(({ id }) => id)).toEqual(['a', 'b', 'e']);
  expect(endsBetween(now, now)).toEqual([]);
});
