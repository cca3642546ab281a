// Run by electron-builder on every packaged program: each native module has one binary, the one for its system.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Which module must bring a binary, and how the binary's path ends. */
const NATIVE = [
  ['better-sqlite3', ({ system, cpu }) => `better-sqlite3/prebuilds/${system}-${cpu}.node`],
  ['@napi-rs/keyring', ({ system, cpu }) => `keyring-${system}-${cpu}`],
];

const CPUS = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/** Raises an error that names what is missing or too much, and how to get it. */
export default function checkPackaged({ appOutDir, arch, electronPlatformName, packager }) {
  const target = { system: electronPlatformName, cpu: CPUS[arch] };
  const unpacked = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked');
  const binaries = readdirSync(unpacked, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.node'));
  const wanted = NATIVE.map(([module, nameFor]) => ({
    module,
    found: binaries.filter((path) => path.includes(nameFor(target))),
  }));
  for (const { module, found } of wanted) {
    if (found.length !== 1) {
      throw new Error(
        `${found.length} binaries of ${module} for ${target.system}-${target.cpu} would be packaged, not 1. ` +
          `Install that one alone: npm ci --os=${target.system} --cpu=${target.cpu}`,
      );
    }
  }
  const foreign = binaries.filter((path) => !wanted.some(({ found }) => found.includes(path)));
  if (foreign.length > 0) throw new Error(`Binaries of other systems would be packaged: ${foreign.join(', ')}`);
}
