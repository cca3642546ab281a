// The program in its window, as the system around it and a person meet it: places, links, files, crashes, quitting.
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Desktop, type Launch, launchDesktop } from './app.ts';
import { builtProgram } from './build.ts';
import { noted } from './safety-checks.ts';

describe('the program in its window', () => {
  let build: string;
  let home: string;
  let ledger: string;
  let desktop: Desktop | null = null;

  async function launch(options: Partial<Launch> = {}): Promise<Desktop> {
    desktop = await launchDesktop({ build, home, ...options });
    return desktop;
  }

  /** What the bridge answers to a call of the page. */
  async function ask(on: Desktop, path: string, input?: unknown, type = 'query'): Promise<Record<string, unknown>> {
    const call = JSON.stringify({ path, type, input });
    const outcome = await on.page.evaluate<{ isOk: boolean; json: string }>(`countinghouse.call(${call}).outcome`);
    expect(outcome.isOk, outcome.json).toBe(true);
    return JSON.parse(outcome.json) as Record<string, unknown>;
  }

  const opened = (on: Desktop) => async (): Promise<unknown> =>
    ((await ask(on, 'desk.status'))['ledger'] as { path?: string } | null)?.path ?? null;

  beforeAll(async () => {
    build = await builtProgram();
    home = mkdtempSync(join(tmpdir(), 'countinghouse-journeys-'));
    ledger = join(home, 'sample.ledger');
    const command = [join(build, 'out', 'main', 'cli.js'), 'sample', '--ledger', ledger, '--customers', '60'];
    await promisify(execFile)(process.execPath, command, {
      env: { ...process.env, COUNTINGHOUSE_HOME: join(home, 'made') },
    });
  });
  afterEach(async () => {
    await desktop?.stop();
    desktop = null;
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('opens the file that it is started with, and that one again later', async () => {
    const first = await launch({ args: [ledger] });
    await expect.poll(opened(first)).toBe(ledger);
    expect(await first.quit()).toBe(0);
    const second = await launch();
    await expect.poll(opened(second)).toBe(ledger);
    expect(await second.quit()).toBe(0);
  });

  test('comes before the person on a second start, and opens its file from its folder', async () => {
    const own = mkdtempSync(join(tmpdir(), 'countinghouse-second-'));
    const first = await launch({ home: own });
    await first.window('minimize');
    await first.secondStart(['sample.ledger'], home);
    await expect.poll(opened(first)).toBe(ledger);
    expect(await first.windowState()).toMatchObject({ isMinimized: false, isFocused: true });
    expect(await first.quit()).toBe(0);
    rmSync(own, { recursive: true });
  });

  test('follows links into its screens, and refuses others in words', async () => {
    const first = await launch({ args: [ledger] });
    await expect.poll(opened(first)).toBe(ledger);
    await first.openUrl('countinghouse://open/customers?period=12m');
    await first.page.waitForURL(/\/customers\?.*period=12m/);
    const before = (await noted(home)).length;
    await first.openUrl('countinghouse://open/../../etc');
    await expect.poll(async () => (await noted(home)).length).toBeGreaterThan(before);
    await first.page.getByText('That link leads nowhere').first().waitFor();
    expect(first.page.url()).toContain('/customers');
    expect(await first.quit()).toBe(0);
  });

  test('stands where it stood', async () => {
    const first = await launch();
    await first.place({ x: 40, y: 50, width: 1100, height: 700 });
    await first.window('maximize');
    await first.window('close');
    expect(await first.exited()).toBe(0);
    const second = await launch();
    await expect.poll(async () => (await second.windowState()).isMaximized).toBe(true);
    expect((await second.windowState()).normalBounds).toEqual({ x: 40, y: 50, width: 1100, height: 700 });
    await second.window('unmaximize');
    expect(await second.page.evaluate('[innerWidth, innerHeight]')).toEqual([1100, 700]);
    expect(await second.quit()).toBe(0);
  });

  test('stands on a display that is there', async () => {
    const displays = [{ x: 0, y: 0, width: 1280, height: 800 }];
    const { bounds } = await (await launch({ displays })).windowState();
    expect(bounds.width).toBeLessThanOrEqual(1280);
    expect(bounds.height).toBeLessThanOrEqual(800);
    expect(await desktop?.quit()).toBe(0);
  });

  test('comes back after its page has crashed, with the ledger open', async () => {
    const first = await launch({ args: [ledger] });
    await expect.poll(opened(first)).toBe(ledger);
    await first.crashRenderer();
    expect(await opened(first)()).toBe(ledger);
    expect((await noted(home)).join('\n')).toContain('screens-ended');
    expect(await first.quit()).toBe(0);
  });

  test('goes on after its core has crashed, and loses nothing', async () => {
    const first = await launch({ args: [ledger] });
    await expect.poll(opened(first)).toBe(ledger);
    const before = await ask(first, 'workspace.status');
    expect(await first.crashCore()).toBeGreaterThan(0);
    await expect.poll(async () => ask(first, 'workspace.status').catch(() => null)).toEqual(before);
    expect(await first.quit()).toBe(0);
  });

  test('takes files that are dropped on it, and refuses in words what is no ledger', async () => {
    const other = join(home, 'not-a.ledger');
    writeFileSync(other, 'no ledger at all');
    mkdirSync(join(home, 'dropping'), { recursive: true });
    const first = await launch({ home: join(home, 'dropping') });
    await first.page.getByRole('heading', { name: 'Ways to begin' }).waitFor();
    await first.drop([other]);
    await first.page
      .getByText(/not a ledger/i)
      .first()
      .waitFor();
    await first.drop([ledger]);
    await expect.poll(opened(first)).toBe(ledger);
    expect(await first.quit()).toBe(0);
  });

  test('has a menu whose keys reach the screens', async () => {
    const first = await launch({ args: [ledger] });
    await expect.poll(opened(first)).toBe(ledger);
    await first.press('Control+3');
    await first.page.waitForURL(/\/customers/);
    await first.press('Alt+ArrowLeft');
    await first.page.waitForURL((url) => url.pathname === '/');
    await first.menu(['Go', 'Revenue']);
    await first.page.waitForURL(/\/revenue/);
    expect(await first.quit()).toBe(0);
  });

  test('saves what was drawn where a dialog says, and nothing else', async () => {
    const first = await launch();
    const picture = join(home, 'chart.svg');
    const save = (name: string): Promise<unknown> =>
      first.page.evaluate(`(() => {
        const href = URL.createObjectURL(new Blob(['<svg/>'], { type: 'image/svg+xml' }));
        Object.assign(document.createElement('a'), { href, download: '${name}' }).click();
      })()`);
    await first.dialogs.script({ method: 'showSaveDialog', answer: { filePath: picture } });
    await save('chart.svg');
    await expect.poll(() => existsSync(picture) && readFileSync(picture, 'utf8')).toBe('<svg/>');
    const before = (await noted(home)).length;
    await save('program.exe');
    await expect.poll(async () => (await noted(home)).length).toBe(before + 1);
    expect(first.dialogs.shown).toHaveLength(1);
    expect(await first.quit()).toBe(0);
  });

  test('exports and backs up through the dialogs of the system', async () => {
    const first = await launch({ args: [ledger] });
    await expect.poll(opened(first)).toBe(ledger);
    const exported = join(home, 'movements.csv');
    const copy = join(home, 'copy.ledger');
    await first.dialogs.script(
      { method: 'showSaveDialog', answer: { filePath: exported } },
      { method: 'showSaveDialog', answer: { filePath: copy } },
    );
    await ask(first, 'desk.exportReport', { report: 'movements', input: {}, format: 'csv' }, 'mutation');
    await expect.poll(() => existsSync(exported) && readFileSync(exported, 'utf8')).toContain('2');
    await ask(first, 'desk.backup', {}, 'mutation');
    await expect.poll(() => existsSync(copy)).toBe(true);
    expect(await first.dialogs.left()).toBe(0);
    expect(await first.quit()).toBe(0);
  });

  test('quits in the middle of an import, and what was confirmed is whole', async () => {
    const objects = join(home, 'objects');
    const target = join(home, 'target.ledger');
    const cli = join(build, 'out', 'main', 'cli.js');
    const environment = { env: { ...process.env, COUNTINGHOUSE_HOME: join(home, 'made') } };
    const company = ['--customers', '300', '--objects', objects];
    await promisify(execFile)(
      process.execPath,
      [cli, 'sample', '--ledger', join(home, 'source.ledger'), ...company],
      environment,
    );
    copyFileSync(ledger, target);
    const first = await launch({ args: [target] });
    await expect.poll(opened(first)).toBe(target);
    const filePaths = readdirSync(objects).map((name) => join(objects, name));
    await first.dialogs.script({ method: 'showOpenDialog', answer: { filePaths } });
    const chosen = (await ask(first, 'desk.choose', { purpose: 'objects' }, 'mutation')) as unknown;
    const files = z.array(z.looseObject({ ticket: z.string() })).parse(chosen);
    await ask(first, 'desk.importFiles', { tickets: files.map(({ ticket }) => ticket) }, 'mutation');
    expect(await first.quit()).toBe(0);
    const verified = await promisify(execFile)(process.execPath, [cli, 'verify', '--ledger', target], environment);
    expect(verified.stdout + verified.stderr).not.toBe('');
  });

  test('quits by its key', async () => {
    const first = await launch();
    await first.press('Control+Q');
    expect(await first.exited()).toBe(0);
    expect(first.problems()).toEqual([]);
  });
});
