#!/usr/bin/env node
// `npm run package`: builds the program and its installers for this system, or for those named: `npm run package -- --win`.
// An installer whose tools cannot be had is named with the reason, and the others are built all the same.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const INSTALLERS = { '--win': ['nsis'], '--mac': ['dmg', 'zip'], '--linux': ['AppImage', 'deb'] };
const OWN = { win32: '--win', darwin: '--mac' }[process.platform] ?? '--linux';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const asked = process.argv.slice(2);
const systems = Object.keys(INSTALLERS).filter((system) => asked.includes(system));
const others = asked.filter((argument) => !(argument in INSTALLERS));

if (runs('electron-vite', 'electron-vite', 'build', '--logLevel', 'warn').status !== 0) {
  process.stderr.write('countinghouse: the build failed, see above\n');
  process.exitCode = 1;
} else {
  const outcomes = (systems.length === 0 ? [OWN] : systems).flatMap((system) =>
    INSTALLERS[system].map((installer) => ({ system, installer, isBuilt: packages(system, installer) })),
  );
  process.stdout.write('\n');
  for (const { system, installer, isBuilt } of outcomes) {
    process.stdout.write(`${system.slice(2)} ${installer}: ${isBuilt ? 'built, see dist/' : 'not built, see above'}\n`);
  }
  process.exitCode = outcomes.every(({ isBuilt }) => isBuilt) ? 0 : 1;
}

function packages(system, installer) {
  return runs('electron-builder', 'electron-builder', system, installer, '--publish', 'never', ...others).status === 0;
}

/** Runs a program of an installed package in the project's folder, with its output shown. */
function runs(name, bin, ...given) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const script = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin[bin]);
  return spawnSync(process.execPath, [script, ...given], { cwd: root, stdio: 'inherit' });
}
