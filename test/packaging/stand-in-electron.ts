// A folder that stands in for Electron's own when the program is packaged: it has the files that packaging touches.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the fuse wire of an Electron binary stands behind. */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const WIRE_VERSION = 1;

/** The fuses in the order of the wire, by their names in the configuration of electron-builder. */
export const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;
export type Fuses = Readonly<Record<(typeof FUSES)[number], boolean>>;

/** How Electron's binaries come: nearly the opposite of what a packaged program wants. */
const AS_DELIVERED = '10101001';

/** Makes the folder of an Electron for Linux: an executable that is none, with a fuse wire in it. */
export function makeStandInElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const locale of ['en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'of Electron');
  const elf = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]);
  const wire = Buffer.concat([SENTINEL, Buffer.from([WIRE_VERSION, FUSES.length]), Buffer.from(AS_DELIVERED)]);
  const executable = join(folder, 'electron');
  writeFileSync(executable, Buffer.concat([elf, Buffer.alloc(256), wire, Buffer.alloc(256)]));
  chmodSync(executable, 0o755);
}

/** The fuses of an executable, read from its wire. */
export function fusesOf(executable: string): Fuses {
  const bytes = readFileSync(executable);
  const at = bytes.indexOf(SENTINEL);
  if (at === -1) throw new Error(`${executable} has no fuse wire`);
  const wire = bytes.toString('latin1', at + SENTINEL.length + 2, at + SENTINEL.length + 2 + FUSES.length);
  const isSet = (name: (typeof FUSES)[number]): boolean => wire[FUSES.indexOf(name)] === '1';
  return {
    runAsNode: isSet('runAsNode'),
    enableCookieEncryption: isSet('enableCookieEncryption'),
    enableNodeOptionsEnvironmentVariable: isSet('enableNodeOptionsEnvironmentVariable'),
    enableNodeCliInspectArguments: isSet('enableNodeCliInspectArguments'),
    enableEmbeddedAsarIntegrityValidation: isSet('enableEmbeddedAsarIntegrityValidation'),
    onlyLoadAppFromAsar: isSet('onlyLoadAppFromAsar'),
    loadBrowserProcessSpecificV8Snapshot: isSet('loadBrowserProcessSpecificV8Snapshot'),
    grantFileProtocolExtraPrivileges: isSet('grantFileProtocolExtraPrivileges'),
  };
}
