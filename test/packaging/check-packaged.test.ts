// The last look at a packaged program: whether the native binaries in it are those of its system.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from './configuration.ts';

type Check = (packed: object) => void;

const ARM64 = 3;
const SQLITE = 'better-sqlite3/prebuilds/darwin-arm64.node';
const KEYRING = '@napi-rs/keyring-darwin-arm64/keyring.darwin-arm64.node';

let folder: string;
let check: Check;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countinghouse-check-'));
  const hook: { readonly default: Check } = await import(pathToFileURL(join(ROOT, 'bin', 'check-packaged.js')).href);
  check = hook.default;
});
afterEach(() => rmSync(folder, { recursive: true }));

function pack(...paths: string[]): object {
  for (const path of paths) {
    const file = join(folder, 'app.asar.unpacked', 'node_modules', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  return {
    appOutDir: folder,
    arch: ARM64,
    electronPlatformName: 'darwin',
    packager: { getResourcesDir: () => folder },
  };
}

it('is content with one binary of each for the system', () => {
  expect(() => check(pack(SQLITE, KEYRING))).not.toThrow();
});

it('refuses a program without the binary for its system', () => {
  expect(() => check(pack(SQLITE))).toThrow(
    /0 binaries of @napi-rs\/keyring for darwin-arm64.*npm ci --os=darwin --cpu=arm64/,
  );
});

it('refuses a program with the binary of another system', () => {
  expect(() => check(pack(SQLITE, KEYRING, 'better-sqlite3/prebuilds/darwin-x64.node'))).toThrow(/darwin-x64\.node/);
});
