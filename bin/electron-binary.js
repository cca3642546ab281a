// Electron's binary: where it lies, and fetching it once, which must neither hang nor be noisy.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Long enough for a slow connection, once it is known that there is one. */
const FETCH_LIMIT_MS = 600_000;
/** How soon the place that it comes from must answer. */
const ANSWER_LIMIT_MS = 4_000;
/** Without an answer, how long a copy in the cache may take to be unpacked. */
const UNPACK_LIMIT_MS = 12_000;

/** The path of Electron's executable, fetched if need be; null where it cannot be had. `onFetch` is told before a fetch. */
export async function electronBinary(onFetch) {
  const folder = electronFolder();
  if (folder === null) return null;
  const present = binaryIn(folder);
  if (present !== null) return present;
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return null;
  onFetch();
  const fetching = new AbortController();
  const limit = setTimeout(() => fetching.abort(), FETCH_LIMIT_MS);
  const answer = canBeFetched().then((isReachable) => {
    if (!isReachable) setTimeout(() => fetching.abort(), UNPACK_LIMIT_MS - ANSWER_LIMIT_MS).unref();
  });
  const isDone = await runs(process.execPath, [join(folder, 'install.js')], fetching.signal);
  clearTimeout(limit);
  await answer;
  return isDone ? binaryIn(folder) : null;
}

function electronFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

function binaryIn(folder) {
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(note, 'utf8'));
  return existsSync(path) ? path : null;
}

/** Whether the place that the binary comes from answers at all. */
async function canBeFetched() {
  const place =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/';
  try {
    await fetch(place, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
    return true;
  } catch {
    return false;
  }
}

function runs(command, args, signal) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', signal, killSignal: 'SIGKILL' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
