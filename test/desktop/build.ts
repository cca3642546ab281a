// The built program that the tests run, and copies of it with a fault planted in its main process.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** The folder of the program, built anew where a source is newer; COUNTINGHOUSE_BUILD names another one. */
export async function builtProgram(): Promise<string> {
  const named = process.env['COUNTINGHOUSE_BUILD'];
  if (named !== undefined) return named;
  const { isStale } = (await import(join(ROOT, 'bin', 'freshness.js'))) as { isStale(root: string): boolean };
  if (isStale(ROOT)) {
    const builder = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { status, stderr } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
  }
  return ROOT;
}

/** Text of the built main process, and what stands there instead. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** A copy of the program with the replacements made. Fails when one of them does not fit in exactly one place. */
export async function plantedProgram(build: string, replacements: readonly Replacement[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countinghouse-planted-'));
  await mkdir(join(folder, 'out'));
  await cp(join(build, 'package.json'), join(folder, 'package.json'));
  await cp(join(build, 'out', 'main'), join(folder, 'out', 'main'), {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  });
  for (const part of ['out/preload', 'out/renderer', 'node_modules', 'resources']) {
    await symlink(join(build, part), join(folder, part));
  }
  const main = join(folder, 'out', 'main', 'desktop.js');
  let text = await readFile(main, 'utf8');
  for (const { from, to } of replacements) {
    const places = text.split(from).length - 1;
    if (places !== 1)
      throw new Error(`a fault is planted in one place, and ${JSON.stringify(from)} stands in ${places}`);
    text = text.replace(from, () => to);
  }
  await writeFile(main, text);
  return folder;
}
