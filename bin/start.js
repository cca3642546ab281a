#!/usr/bin/env node
// `npm start`: builds what is stale, then opens the window, or the browser door where there can be no window.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronBinary } from './electron-binary.js';
import { isStale } from './freshness.js';
import { continueOnBundledNode, isRecentEnough, standIn } from './runtime.js';

/** A window that ends with an error this soon never opened. */
const NEVER_OPENED_MS = 15_000;
const REFUSED = 2;

const script = fileURLToPath(import.meta.url);
const root = join(script, '..', '..');
const program = join(root, 'bin', 'countinghouse.js');

if (isRecentEnough()) await start();
else continueOnBundledNode(script);

async function start() {
  if (isStale(root)) {
    process.stderr.write('Building…\n');
    const built = await ending(
      spawn(
        process.execPath,
        [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
        { cwd: root, stdio: ['ignore', 2, 2] },
      ),
    );
    if (built !== 0) {
      process.stderr.write('countinghouse: the build failed, see above\n');
      process.exitCode = 1;
      return;
    }
  }
  const why = await openWindow();
  if (why === null) return;
  process.stderr.write(`${why}; Countinghouse opens in the browser instead\n`);
  standIn(
    spawn(process.execPath, [program, 'start', ...process.argv.slice(2)], {
      stdio: 'inherit',
    }),
  );
}

/** Opens the window and stays until it is closed; or says in a few words why there is none. */
async function openWindow() {
  if (process.argv.includes('--browser')) return 'As asked';
  if (!hasDisplay()) return 'There is no display here';
  const electron = await electronBinary(() => process.stderr.write('Fetching Electron, once…\n'));
  if (electron === null) return 'Electron could not be fetched';
  // A window that shows nothing for a minute looks broken, so the sample company is made before, in sight.
  const prepared = await ending(spawn(process.execPath, [program, 'start', '--prepare'], { stdio: 'inherit' }));
  if (prepared !== 0) {
    process.exitCode = prepared;
    return null;
  }
  const began = performance.now();
  const window = spawn(electron, [root], { stdio: ['ignore', 'inherit', 'pipe'] });
  const complaint = firstLine(window.stderr);
  const code = await ending(window);
  if (code === 0 || code === REFUSED || performance.now() - began > NEVER_OPENED_MS) {
    process.exitCode = code;
    return null;
  }
  return `Electron does not run here (${await complaint})`;
}

function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function ending(child) {
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function firstLine(stream) {
  let text = '';
  for await (const piece of stream) if (text.length < 4000) text += piece;
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? 'it said nothing'
  );
}
