// Finds a real Chromium for the end-to-end tests: Chrome, Chromium or Edge as it is installed; else the one that
// Playwright installs; else, for root on a Debian system, the one that apt installs.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
];

/** A headless browser. Raises an error that says what was tried when there is none and none can be installed. */
export async function openBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: browserPath(), args: isRoot ? ['--no-sandbox'] : [] });
}

/** The path of a Chromium. Raises an error that says what was tried when there is none and none can be installed. */
export function browserPath(): string {
  const found = installed() ?? installedByPlaywright() ?? installedByApt();
  if (found !== null) return found;
  throw new Error(
    'no Chrome, Chromium or Edge was found, Playwright could not install one, and apt is not there for us. ' +
      'Install any of them and run the tests again.',
  );
}

function installed(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = [...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))), ...PLACES];
  return paths.find(isExecutable) ?? null;
}

function installedByPlaywright(): string | null {
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const installer = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  run(process.execPath, [installer, 'install', 'chromium']);
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function installedByApt(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'chromium']);
  return installed();
}

function run(command: string, args: readonly string[]): void {
  console.warn(`no browser found; trying ${command} ${args.join(' ')}`);
  spawnSync(command, args, { stdio: 'inherit', timeout: 5 * 60_000 });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
