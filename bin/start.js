#!/usr/bin/env node
// `npm start`: builds what is stale, then opens the window, or the browser door where there can be no window. Files and
// links among its arguments go to the window: `npm start -- books.ledger`.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { electronBinary } from './electron-binary.js';
import { isStale } from './freshness.js';
import { continueOnBundledNode, isRecentEnough, standIn } from './runtime.js';

/** A window that ends with an error this soon never opened. */
const NEVER_OPENED_MS = 15_000;
const REFUSED = 2;

const script = fileURLToPath(import.meta.url);
const root = join(script, '..', '..');
const program = join(root, 'bin', 'countinghouse.js');
const given = process.argv.slice(2);

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
    spawn(process.execPath, [program, 'start', ...argumentsOfBrowser()], {
      stdio: 'inherit',
    }),
  );
}

/** Opens the window and stays until it is closed; or says in a few words why there is none. */
async function openWindow() {
  if (given.includes('--browser')) return 'As asked';
  if (!hasDisplay()) return 'There is no display here';
  const electron = await electronBinary(() => process.stderr.write('Fetching Electron, once…\n'));
  if (electron === null) return 'Electron could not be fetched';
  const began = performance.now();
  const window = spawn(electron, [root, ...argumentsOfWindow()], { stdio: ['ignore', 'inherit', 'pipe'] });
  const complaint = firstLine(window.stderr);
  const isAsked = askedToEnd(window);
  const code = await ending(window);
  if (isAsked() || code === 0 || code === REFUSED || performance.now() - began > NEVER_OPENED_MS) {
    process.exitCode = code;
    return null;
  }
  return `Electron does not run here (${await complaint})`;
}

/** Waits with the window when both are to end; a second Ctrl-C ends this alone. Returns whether they were to. */
function askedToEnd(window) {
  let isAsked = false;
  // The terminal sends Ctrl-C to the window as well; what else ends this is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      isAsked = true;
      if (signal !== 'SIGINT') window.kill(signal);
    });
  }
  return () => isAsked;
}

/** Which of the arguments are neither options nor their values: the files and links to open. */
function namedArguments() {
  const options = { port: { type: 'string' } };
  const { tokens } = parseArgs({ args: given, options, strict: false, allowPositionals: true, tokens: true });
  return tokens.filter(({ kind }) => kind === 'positional').map(({ index }) => index);
}

/** The window opens files and links, and has no options. */
function argumentsOfWindow() {
  return namedArguments().map((index) => absolute(given[index]));
}

/** The browser door takes its options, and opens one file. */
function argumentsOfBrowser() {
  const named = namedArguments();
  const file = named.find((index) => !isLink(given[index]));
  const options = given.filter((_argument, index) => !named.includes(index));
  return file === undefined ? options : [...options, absolute(given[file])];
}

/** npm starts this in the project's folder, and tells where it was started itself. */
function absolute(argument) {
  return isLink(argument) ? argument : resolve(process.env.INIT_CWD ?? '.', argument);
}

function isLink(argument) {
  return argument.toLowerCase().startsWith('countinghouse:');
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
