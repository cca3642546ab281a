// The command line called in this process, with what it prints.
import { Writable } from 'node:stream';
import { expect } from 'vitest';
import { runCommandLine } from '../../src/hosts/cli/run.ts';

export interface Said {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `countinghouse` with the arguments. */
export async function countinghouse(...args: string[]): Promise<Said> {
  const [out, err] = [sink(), sink()];
  const exitCode = await runCommandLine('0.0.0', args, {
    stdout: out.stream,
    stderr: err.stream,
    isWatched: false,
    isStdoutScreen: false,
    interrupted: new AbortController().signal,
  });
  return { exitCode, out: out.text(), err: err.text() };
}

/** What a command that must succeed answers with, as JSON. */
export async function answerOf(...args: string[]): Promise<unknown> {
  const { exitCode, out, err } = await countinghouse(...args, '--json');
  expect(exitCode, `${args.join(' ')}: ${err}`).toBe(0);
  return JSON.parse(out);
}

function sink(): { readonly stream: Writable; text(): string } {
  let text = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  return { stream, text: () => text };
}
