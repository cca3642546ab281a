// One running program per user folder: the first holds a lock there, and later ones leave it their arguments.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Start {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly data: unknown;
}

let held: { readonly folder: string; stop(): void } | null = null;

/** True when this process holds the lock from now on; otherwise the one that does is told of this start. */
export function takeLock(userData: string, start: Start, onStart: (start: Start) => void): boolean {
  if (held !== null) return true;
  const folder = join(userData, 'electron-double-starts');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  if (!claim(lock)) {
    const note = join(folder, `${process.pid}-${process.hrtime.bigint()}`);
    writeFileSync(`${note}.part`, JSON.stringify(start));
    renameSync(`${note}.part`, `${note}.start`);
    return false;
  }
  const readStarts = (): void => {
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.start'))) {
      const told = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Start;
      rmSync(join(folder, name));
      onStart(told);
    }
  };
  const watcher = watch(folder, readStarts);
  held = { folder, stop: () => watcher.close() };
  process.once('exit', releaseLock);
  return true;
}

export function hasLock(): boolean {
  return held !== null;
}

export function releaseLock(): void {
  if (held === null) return;
  held.stop();
  rmSync(join(held.folder, 'lock'), { force: true });
  held = null;
}

function claim(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false;
    rmSync(lock, { force: true });
    return claim(lock);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
