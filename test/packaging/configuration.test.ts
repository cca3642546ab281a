// The configuration that installers are built by: known to electron-builder, and with the files that it names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT, readConfiguration, validate } from './configuration.ts';

it('is one that electron-builder takes, which refuses what it does not know', async () => {
  const configuration = await readConfiguration();
  await expect(validate(configuration)).resolves.not.toThrow();
  await expect(validate({ ...configuration, electronFusess: {} })).rejects.toThrow(/electronFusess/);
  await expect(validate({ ...configuration, electronFuses: { runAsNode: 'no' } })).rejects.toThrow(/runAsNode/);
});

it('builds an archive whose integrity the program checks, for all three systems', async () => {
  const configuration = await readConfiguration();
  expect(configuration).not.toHaveProperty('disableAsarIntegrity');
  expect(configuration).toMatchObject({
    asar: { smartUnpack: false },
    mac: { target: ['dmg', 'zip'] },
    win: { target: ['nsis'] },
    linux: { target: ['AppImage', 'deb'] },
    fileAssociations: [{ ext: 'ledger' }],
    protocols: [{ schemes: ['countinghouse'] }],
  });
});

it('packs the binaries of the system that a program is for, whichever system packs it', async () => {
  const files = z.array(z.object({ filter: z.array(z.string()) }));
  const system = z.object({ files });
  const own = z.object({ files, mac: system, win: system, linux: system }).parse(await readConfiguration());
  // Of the system that packs.
  expect(JSON.stringify(own)).not.toMatch(/\$\{platform\}/);
  for (const [name, { files }] of [
    ['darwin', own.mac],
    ['win32', own.win],
    ['linux', own.linux],
  ] as const) {
    expect(files.flatMap(({ filter }) => filter)).toEqual([
      'out/none',
      `!node_modules/better-sqlite3/prebuilds/!(${name}-\${arch}).node`,
      `!node_modules/@napi-rs/keyring-!(${name}-\${arch}*){,/**/*}`,
    ]);
  }
});

it('names icons that are there, in the sizes that they say', () => {
  const icons = join(ROOT, 'resources', 'icons');
  for (const name of readdirSync(join(icons, 'linux'))) {
    const picture = readFileSync(join(icons, 'linux', name));
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}.png`).toBe(name);
  }
  const ico = readFileSync(join(icons, 'icon.ico'));
  const widths = Array.from({ length: ico.readUInt16LE(4) }, (_none, index) => ico.readUInt8(6 + 16 * index) || 256);
  expect(widths).toEqual([16, 24, 32, 48, 64, 128, 256]);
  const icns = readFileSync(join(icons, 'icon.icns'));
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  expect(existsSync(join(icons, 'linux', '512x512.png'))).toBe(true);
});
