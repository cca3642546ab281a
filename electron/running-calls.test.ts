// The calls of a window: how many run, and when they are canceled.
import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { beforeEach, expect, it } from 'vitest';
import { CALLS_LIMIT } from './bridge.ts';
import { runningCalls } from './running-calls.ts';

/** Contents as far as calls are concerned: they tell when their page is gone. */
function contentsThatTell(): WebContents {
  const told: unknown = new EventEmitter();
  return told as WebContents;
}

let contents: WebContents;
let running: ReturnType<typeof runningCalls>;
beforeEach(() => {
  contents = contentsThatTell();
  running = runningCalls();
});

const signalOf = (id: number): AbortSignal => {
  const begun = running.begin(contents, id);
  if (begun === null) throw new Error(`call ${id} was refused`);
  return begun.signal;
};

it('are canceled one by one', () => {
  const [one, other] = [signalOf(1), signalOf(2)];
  running.cancel(contents, 1);
  running.cancel(contents, 99);
  expect([one.aborted, other.aborted]).toEqual([true, false]);
});

it('are canceled by their own window alone', () => {
  const signal = signalOf(1);
  running.cancel(contentsThatTell(), 1);
  expect(signal.aborted).toBe(false);
});

it.each(['did-navigate', 'render-process-gone', 'destroyed'])('are all canceled at %s', (event) => {
  const signals = [signalOf(1), signalOf(2)];
  contents.emit(event);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

it('may take the ids of a page that is gone, whose late ends do not end them', () => {
  const before = running.begin(contents, 1);
  contents.emit('did-navigate');
  const now = signalOf(1);
  before?.end();
  running.cancel(contents, 1);
  expect(now.aborted).toBe(true);
});

it('are refused beyond the limit, and under an id that runs', () => {
  for (let id = 1; id <= CALLS_LIMIT - 1; id += 1) signalOf(id);
  expect(running.begin(contents, 1)).toBeNull();
  const last = running.begin(contents, CALLS_LIMIT);
  expect(running.begin(contents, CALLS_LIMIT + 1)).toBeNull();
  last?.end();
  expect(running.begin(contents, CALLS_LIMIT + 1)).not.toBeNull();
});
