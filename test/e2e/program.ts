// The program as a person runs it: `npm start` with a data folder of its own, and the command line beside it.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');
const START_LIMIT_MS = 8 * 60_000;
const LINK = /http:\/\/127\.0\.0\.1:\d+\/open\?token=\S+/;

export interface Program {
  /** The one-time link that it printed. */
  readonly link: string;
  /** Its user folder. */
  readonly home: string;
  /** All that it printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, on a machine without a display, with the user folder or a new one. */
export async function startProgram(home = mkdtempSync(join(tmpdir(), 'countinghouse-e2e-'))): Promise<Program> {
  return await begin([join(ROOT, 'bin/start.js')], home);
}

/** Opens the browser door on a ledger. */
export async function serveLedger(ledger: string, home: string): Promise<Program> {
  return await begin([join(ROOT, 'bin/countinghouse.js'), 'serve', '--ledger', ledger], home);
}

/** Raises an error with its output when it prints no link. */
async function begin(command: readonly string[], home: string): Promise<Program> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const env = { ...rest, COUNTINGHOUSE_HOME: home };
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const link = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}; it printed:\n${printed}`));
    const timer = setTimeout(() => fail(`no link within ${START_LIMIT_MS} ms`), START_LIMIT_MS);
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = LINK.exec(printed)?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => fail(`the program ended with ${code} before it printed a link`));
  });
  return {
    link,
    home,
    printed: () => printed,
    stop: () => stop(child),
  };
}

/** What a command of the command line prints, as JSON. Raises an error with its output for another exit than 0. */
export async function askJson(...args: string[]): Promise<unknown> {
  return JSON.parse(await askText(...args));
}

/** What a command of the command line prints. Raises an error with its output for another exit than 0. */
export async function askText(...args: string[]): Promise<string> {
  const command = [join(ROOT, 'bin/countinghouse.js'), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT, maxBuffer: 256 * 1024 * 1024 });
  return stdout;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
