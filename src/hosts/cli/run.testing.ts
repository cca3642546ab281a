// Runs command lines in tests, in process, with what they say caught.
import { PassThrough } from 'node:stream';
import { runCommandLine } from './run.ts';

export interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line as a script would: nobody watches, nothing interrupts. */
export async function run(...args: string[]): Promise<Said> {
  const stdout = caught();
  const stderr = caught();
  const exitCode = await runCommandLine('0.0.0', args, {
    stdout: stdout.stream,
    stderr: stderr.stream,
    isWatched: false,
    isStdoutScreen: false,
    interrupted: new AbortController().signal,
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

function caught() {
  const stream = new PassThrough();
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  return { stream, text: () => Buffer.concat(pieces).toString('utf8') };
}
