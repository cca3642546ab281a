// The packaged program: what is in it, what is not, and what its binary may be talked into.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractAsar, filesOfAsar } from './asar.ts';
import { buildUnpacked, type UnpackedProgram } from './build-unpacked.ts';
import { configuredFuses, readConfiguration } from './configuration.ts';
import { loadedBy } from './loaded-code.ts';
import { fusesOf } from './stand-in-electron.ts';

/** What may be in the archive. */
const WANTED = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/main\/[\w.-]+\.js$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/(?:index\.html|icon\.svg|color-scheme\.js)$/,
  /^out\/renderer\/assets\/[\w.@-]+\.(?:js|css|woff2|svg|png)$/,
  /^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/.+\.js)$/,
  /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
  /^node_modules\/@napi-rs\/keyring[\w-]*\/(?:package\.json|LICENSE|[\w.-]+\.(?:js|node))$/,
  /^node_modules\/write-excel-file\/(?:package\.json|LICENSE|(?:node|modules)\/.+\.(?:js|cjs|json))$/,
  /^node_modules\/fflate\/(?:package\.json|LICENSE|esm\/index\.mjs)$/,
];

/** Loads from the packaged program what it does not bundle, and uses it. */
const USE_MODULES = `
  const { default: Database } = await import('better-sqlite3');
  const { Entry } = await import('@napi-rs/keyring');
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const answer = new Database(':memory:').prepare('select 42').pluck().get();
  console.log(answer, typeof Entry, typeof writeExcelFile);
`;

describe.runIf(process.platform === 'linux')('the program packaged for Linux', () => {
  let program: UnpackedProgram;
  const extracted = mkdtempSync(join(tmpdir(), 'countinghouse-extracted-'));

  beforeAll(async () => {
    program = await buildUnpacked();
    extractAsar(program.asar, extracted);
    return program.remove;
  });
  afterAll(() => rmSync(extracted, { recursive: true, force: true }));

  it('holds what it runs by and nothing else: no sources, no tests, no maps, no other modules', () => {
    const paths = filesOfAsar(program.asar).map(({ path }) => path);
    expect(paths.filter((path) => !WANTED.some((wanted) => wanted.test(path)))).toEqual([]);
    for (const wanted of WANTED) expect(paths.some((path) => wanted.test(path))).toBe(true);
    expect(paths).toEqual(
      expect.arrayContaining(['out/main/desktop.js', 'out/main/worker.js', 'out/preload/preload.cjs']),
    );
  });

  it('holds the native binaries of this system alone, beside the archive', () => {
    const natives = filesOfAsar(program.asar).filter(({ path, isUnpacked }) => path.endsWith('.node') || isUnpacked);
    const target = `linux-${process.arch}`;
    expect(natives).toHaveLength(2);
    expect(natives.every(({ isUnpacked }) => isUnpacked)).toBe(true);
    const [keyring = '', sqlite] = natives.map(({ path }) => path);
    expect(keyring).toContain(`/keyring-${target}`);
    expect(sqlite).toBe(`node_modules/better-sqlite3/prebuilds/${target}.node`);
    for (const { path } of natives) expect(existsSync(join(`${program.asar}.unpacked`, path))).toBe(true);
  });

  it('has its fuses as configured', async () => {
    const { resetAdHocDarwinSignature, ...fuses } = configuredFuses.parse(await readConfiguration()).electronFuses;
    expect(resetAdHocDarwinSignature).toBe(true);
    expect(fusesOf(program.executable)).toEqual(fuses);
    expect(fuses).toMatchObject({ runAsNode: false, onlyLoadAppFromAsar: true });
  });

  it('starts at the window, as no more than its own name', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'countinghouse', main: 'out/main/desktop.js', type: 'module' });
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
  });

  it('starts without the code of the core, which its threads load', () => {
    const { sources, outside } = loadedBy(join(extracted, 'out', 'main'), 'desktop.js');
    expect(sources).toEqual(expect.arrayContaining(['electron/desktop.ts', 'src/router/desk/index.ts']));
    expect(sources.filter((path) => /^src\/(?:billing|revenue|stripe|documents|jobs)\//.test(path))).toEqual([]);
    expect(sources.filter((path) => path.startsWith('node_modules/kysely/'))).toEqual([]);
    expect(outside.filter((name) => !name.startsWith('node:'))).toEqual(['better-sqlite3', 'electron']);
    // The worker shows that the look finds such code where it is.
    const worker = loadedBy(join(extracted, 'out', 'main'), 'worker.js').sources;
    expect(worker.some((path) => path.startsWith('src/revenue/'))).toBe(true);
  });

  it('finds in itself every module that it does not bundle', () => {
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', USE_MODULES], { cwd: extracted });
    expect(said.toString()).toBe('42 function function\n');
    const version = execFileSync(process.execPath, [join('out', 'main', 'cli.js'), '--version'], { cwd: extracted });
    expect(version.toString()).toMatch(/^\d+\.\d+\.\d+/);
  });
});
