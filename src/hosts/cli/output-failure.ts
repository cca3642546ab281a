// Standard output that takes no more, such as a file on a full disk: one refusal at the end, and work stops for it.
import { setImmediate } from 'node:timers/promises';
import { CountinghouseError } from '../../kernel/index.ts';
import type { Terminal } from './terminal.ts';

export interface WatchedOutput {
  /** The terminal, interrupted also when standard output fails. */
  readonly terminal: Terminal;
  /** Waits until everything is written; what kept it from being written, null when nothing did. */
  failure(): Promise<CountinghouseError | null>;
}

/** Watches for as long as the streams live, since a failure may come after the last write. */
export function watchOutput(terminal: Terminal): WatchedOutput {
  const { stdout, stderr, interrupted } = terminal;
  const stopping = new AbortController();
  let failure: CountinghouseError | null = null;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has left wants no more, which is no failure.
    if (error.code === 'EPIPE' || failure !== null) return;
    failure = refusalOf(error);
    stopping.abort();
  });
  // Nobody is left to be told.
  stderr.on('error', () => undefined);
  return {
    terminal: { ...terminal, interrupted: AbortSignal.any([interrupted, stopping.signal]) },
    failure: async () => {
      if (!stdout.destroyed) await new Promise<void>((done) => stdout.write('', () => done()));
      await setImmediate();
      return failure;
    },
  };
}

function refusalOf(error: NodeJS.ErrnoException): CountinghouseError {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return new CountinghouseError(
      'disk_full',
      { what: 'Cannot write to standard output: the disk is full', fix: 'Free some space, or write somewhere else' },
      error,
    );
  }
  return new CountinghouseError(
    'file_unwritable',
    { what: `Cannot write to standard output: ${error.message}`, fix: 'Write somewhere else' },
    error,
  );
}
