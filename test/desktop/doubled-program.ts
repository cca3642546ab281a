// A process that runs the program on the double: what it is asked, what it tells, and the browser that it gets.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Shown, showChromium } from './chromium.ts';
import type { Deed } from './desktop.ts';

const MAIN = join(import.meta.dirname, 'double', 'main.ts');

export interface ProgramStart {
  readonly folder: string;
  readonly args: readonly string[];
  readonly home: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The profile of its browser, in which pages find what they stored when the program ran before. */
  readonly profile: string;
  /** Starts the browser along with the program, which would otherwise wait for it. */
  readonly isWindowSure: boolean;
}

interface Line {
  readonly kind: 'event' | 'answer' | 'question';
  readonly id: number;
  readonly event?: string;
  readonly name?: string;
  readonly isOk?: boolean;
  readonly value?: unknown;
  readonly message?: string;
}

/** Far above what a command takes; one that is not answered is named. */
const ANSWER_LIMIT_MS = 60_000;

export class DoubledProgram {
  readonly deeds: Deed[] = [];
  output = '';
  stderr = '';
  exitCode: number | null = null;
  readonly exited: Promise<number>;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  readonly #listeners = new Set<() => void>();
  readonly #profile: string;
  #shown: Promise<Shown> | null = null;
  #lastId = 0;

  constructor(child: ChildProcess, profile: string, isWindowSure: boolean) {
    this.#child = child;
    this.#profile = profile;
    if (isWindowSure) this.#open().catch(() => undefined);
    child.stdout?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
      this.stderr += chunk.toString();
    });
    child.on('message', (message) => this.#receive(message as Line));
    this.exited = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        this.exitCode = code ?? (signal === null ? -1 : 128);
        for (const { reject } of this.#waiting.values()) reject(new Error(`the program ended:\n${this.output}`));
        this.#waiting.clear();
        this.#changed();
        const ending = this.#shown?.then((shown) => shown.close()).catch(() => undefined) ?? Promise.resolve();
        void ending.then(() => resolve(this.exitCode ?? -1));
      });
    });
  }

  /** What the double answers to a command of the test. */
  ask(name: string, input: object = {}): Promise<unknown> {
    if (this.exitCode !== null) return Promise.reject(new Error(`the program ended before "${name}":\n${this.output}`));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => reject(new Error(`the double did not answer "${name}":\n${this.output}`));
      const limit = setTimeout(giveUp, ANSWER_LIMIT_MS).unref();
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(limit);
          settle(value);
        };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      this.#tell({ kind: 'command', id, name, input });
    });
  }

  /** The browser of its windows. */
  async shown(): Promise<Shown> {
    if (this.#shown === null) throw new Error('the program has opened no window');
    return this.#shown;
  }

  /** Resolves with what `look` finds, which it does again after everything that the program tells. */
  async until<Found>(look: () => Found | null, limitMs: number, what: string): Promise<Found> {
    const found = look();
    if (found !== null) return found;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(again);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`${what}: not within ${limitMs} ms; it printed:\n${this.output}\n${this.#told()}`));
      }, limitMs);
      const again = (): void => {
        const now = look();
        if (now !== null) {
          end();
          resolve(now);
        } else if (this.exitCode !== null) {
          end();
          reject(
            new Error(`${what}: the program ended with ${this.exitCode}; it printed:\n${this.output}\n${this.#told()}`),
          );
        }
      };
      this.#listeners.add(again);
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #told(): string {
    return this.deeds.map((deed) => JSON.stringify(deed)).join('\n');
  }

  #receive(line: Line): void {
    if (line.kind === 'answer') {
      const asked = this.#waiting.get(line.id);
      this.#waiting.delete(line.id);
      if (line.isOk === true) asked?.resolve(line.value);
      else asked?.reject(new Error(line.message));
    } else if (line.kind === 'question') {
      void this.#answer(line);
    } else {
      const { kind: _kind, id: _id, ...deed } = line;
      this.deeds.push(deed as unknown as Deed);
      this.#changed();
    }
  }

  #open(): Promise<Shown> {
    this.#shown ??= showChromium(this.#profile);
    return this.#shown;
  }

  async #answer({ id, name }: Line): Promise<void> {
    try {
      if (name !== 'browser') throw new Error(`nobody answers "${name}"`);
      const { endpoint } = await this.#open();
      this.#tell({ kind: 'answer', id, isOk: true, value: endpoint });
    } catch (error) {
      this.#tell({ kind: 'answer', id, isOk: false, message: String(error) });
    }
  }

  /** A program that has ended meanwhile hears nothing. */
  #tell(line: object): void {
    if (this.#child.connected) this.#child.send(line, () => undefined);
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

export function startProgram({ folder, args, home, cwd, env, profile, isWindowSure }: ProgramStart): DoubledProgram {
  const { ELECTRON_RUN_AS_NODE: _node, NODE_OPTIONS: _options, XDG_CONFIG_HOME: _config, ...rest } = process.env;
  const child = spawn(process.execPath, [MAIN, folder, ...args], {
    cwd,
    env: { ...rest, HOME: home, COUNTINGHOUSE_HOME: join(home, 'countinghouse'), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  return new DoubledProgram(child, profile, isWindowSure);
}
