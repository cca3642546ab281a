#!/usr/bin/env node
// Draws the icons of the installed program from renderer/public/icon.svg, in Chromium: `node resources/icons/make-icons.js`.
// Writes icon.icns for macOS, icon.ico for Windows and a folder of sizes for Linux. They are kept with the sources.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = import.meta.dirname;
const drawing = await readFile(join(folder, '..', '..', 'renderer', 'public', 'icon.svg'), 'utf8');

/** On macOS an icon stands in a margin of about a tenth on each side. */
const MAC_SHARE = 824 / 1024;
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Types of the entries of an icns file and how many pixels wide each is; some are doubled sizes. */
const MAC_ENTRIES = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();

const linux = join(folder, 'linux');
await mkdir(linux, { recursive: true });
for (const size of LINUX_SIZES) await writeFile(join(linux, `${size}x${size}.png`), await picture(size, 1));

const windows = [];
for (const size of WINDOWS_SIZES) windows.push(await picture(size, 1));
await writeFile(join(folder, 'icon.ico'), ico(windows));

const mac = [];
for (const [, size] of MAC_ENTRIES) mac.push(await picture(size, MAC_SHARE));
await writeFile(join(folder, 'icon.icns'), icns(mac));
await browser.close();

/** The drawing as PNG, as wide as the size, of which it fills the share. */
async function picture(size, share) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;width:${size}px;height:${size}px;display:grid;place-items:center}` +
      `svg{width:${share * 100}%;height:${share * 100}%}</style>${drawing}`,
  );
  return await page.screenshot({ omitBackground: true });
}

/** A Windows icon of PNGs: a directory of 16 bytes for each, then they. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, png] of pictures.entries()) {
    const at = 6 + 16 * index;
    const size = WINDOWS_SIZES[index];
    // One byte each for width and height, in which 256 is 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures]);
}

/** A macOS icon: its length, then each PNG behind its type and length. */
function icns(pictures) {
  const entries = pictures.map((png, index) => Buffer.concat([labeled(MAC_ENTRIES[index][0], png.length), png]));
  const body = Buffer.concat(entries);
  return Buffer.concat([labeled('icns', body.length), body]);
}

function labeled(type, length) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + length, 4);
  return head;
}
