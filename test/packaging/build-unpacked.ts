// The program packaged for Linux by electron-builder as configured, around a stand-in for Electron: all but the binary.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { makeStandInElectron } from './stand-in-electron.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILDER = join('node_modules', 'electron-builder', 'cli.js');

export interface UnpackedProgram {
  /** What an installer would put on a disk. */
  readonly folder: string;
  readonly executable: string;
  readonly asar: string;
  /** Removes all of it. */
  remove(): void;
}

/**
 * Packages what is built in `root`; a build must be there. Needs nothing but what is installed. Raises an error with
 * electron-builder's output when it refuses.
 */
export async function buildUnpacked(root = ROOT): Promise<UnpackedProgram> {
  const scratch = mkdtempSync(join(tmpdir(), 'countinghouse-packaged-'));
  const remove = (): void => rmSync(scratch, { recursive: true, force: true });
  const standIn = join(scratch, 'electron');
  makeStandInElectron(standIn, electronVersion(root));
  try {
    await promisify(execFile)(
      process.execPath,
      [
        join(root, BUILDER),
        ...['--linux', 'dir', `--${process.arch}`, '--publish', 'never'],
        `--config.electronDist=${standIn}`,
        `--config.directories.output=${join(scratch, 'dist')}`,
      ],
      { cwd: root },
    );
  } catch (cause) {
    remove();
    throw new Error(`The program was not packaged:\n${z.object({ stdout: z.string() }).parse(cause).stdout}`, {
      cause,
    });
  }
  const folder = join(scratch, 'dist', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  return {
    folder,
    executable: join(folder, 'countinghouse'),
    asar: join(folder, 'resources', 'app.asar'),
    remove,
  };
}

function electronVersion(root: string): string {
  const text = readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
