// `npm start` around a stand-in for Electron: signals reach the window, and the prompt comes back when it has ended.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = ['main/cli.js', 'main/worker.js', 'main/desktop.js', 'preload/preload.cjs', 'renderer/index.html'];

/** Ends a while after it is told to, and notes what it was told. */
const WINDOW = (noted: string): string => `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const note = (what) => appendFileSync(${JSON.stringify(noted)}, what + ' ');
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { note(signal); setTimeout(() => { note('end'); process.exit(0); }, 300); });
note('open');
setInterval(() => undefined, 1000);
`;

describe.runIf(process.platform === 'linux')('npm start', () => {
  let root: string;
  let started: ChildProcess;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'start-window-'));
    cpSync(join(ROOT, 'bin'), join(root, 'bin'), { recursive: true });
    writeFileSync(join(root, 'package.json'), '{"type":"module"}');
    for (const path of BUILT) {
      mkdirSync(join(root, 'out', path, '..'), { recursive: true });
      writeFileSync(join(root, 'out', path), '');
    }
    const electron = join(root, 'node_modules', 'electron');
    mkdirSync(join(electron, 'dist'), { recursive: true });
    writeFileSync(join(electron, 'package.json'), '{"name":"electron"}');
    writeFileSync(join(electron, 'path.txt'), 'electron');
    writeFileSync(join(electron, 'dist', 'electron'), WINDOW(join(root, 'noted')), { mode: 0o755 });
    const env = { ...process.env, DISPLAY: ':0' };
    started = spawn(process.execPath, [join(root, 'bin', 'start.js')], { env, stdio: 'ignore' });
    await vi.waitFor(() => expect(noted()).toEqual(['open']), { timeout: 10_000 });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const noted = (): string[] => {
    const path = join(root, 'noted');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ') : [];
  };
  const ended = (): Promise<number | null> => new Promise((resolve) => started.on('exit', resolve));

  it('passes SIGTERM on, and ends with the window', async () => {
    const end = ended();
    started.kill('SIGTERM');
    expect(await end).toBe(0);
    expect(noted()).toEqual(['open', 'SIGTERM', 'end']);
  });

  it('leaves Ctrl-C to the window, which the terminal tells, and waits for it', async () => {
    const end = ended();
    started.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(started.exitCode).toBe(null);
    expect(started.signalCode).toBe(null);
    expect(noted()).toEqual(['open']);
    started.kill('SIGTERM');
    expect(await end).toBe(0);
    expect(noted()).toEqual(['open', 'SIGTERM', 'end']);
  });
});
