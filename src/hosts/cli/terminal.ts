// What the command line writes to and is interrupted by.
import type { Writable } from 'node:stream';

export interface Terminal {
  /** Results, and nothing else. */
  readonly stdout: Writable;
  /** Progress, notes and errors. */
  readonly stderr: Writable;
  /** Whether a person watches standard error; only then is progress drawn. */
  readonly isWatched: boolean;
  /** Whether standard output is a screen, which takes no binary files. */
  readonly isStdoutScreen: boolean;
  /** Fires on Ctrl-C; work ends after its current transaction. */
  readonly interrupted: AbortSignal;
}

/** How one command was called, and what it says. */
export interface Invocation {
  readonly terminal: Terminal;
  readonly isJson: boolean;
  /** The program's own version. */
  readonly version: string;
  /** A line of the result for people. */
  say(line: string): void;
  /** The result for machines. */
  answer(result: object): void;
  /** A line beside the result, also when output is for machines. */
  note(line: string): void;
  /** Draws how far the work has come over the last such line; null wipes it. */
  progress(line: string | null): void;
}

const DRAW_INTERVAL_MS = 80;

export function invocation(terminal: Terminal, isJson: boolean, version: string): Invocation {
  let drawnAt = 0;
  let isDrawn = false;
  const progress = (line: string | null): void => {
    if (!terminal.isWatched || isJson) return;
    const now = performance.now();
    if (line !== null && now - drawnAt < DRAW_INTERVAL_MS) return;
    if (line === null && !isDrawn) return;
    drawnAt = line === null ? 0 : now;
    isDrawn = line !== null;
    terminal.stderr.write(`\r\u001b[2K${line ?? ''}`);
  };
  const write = (stream: Writable, text: string): void => {
    progress(null);
    stream.write(`${text}\n`);
  };
  return {
    terminal,
    isJson,
    version,
    say: (line) => {
      if (!isJson) write(terminal.stdout, line);
    },
    answer: (result) => {
      if (isJson) write(terminal.stdout, JSON.stringify(result));
    },
    note: (line) => write(terminal.stderr, line),
    progress,
  };
}
