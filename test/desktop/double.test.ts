// The double is honest: what crosses it is what crosses Electron, in Electron's words, and what it lacks it says by name.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Desktop, launchDesktop } from './app.ts';

const TOY = join(import.meta.dirname, 'toy');

let desktop: Desktop;
const started: Desktop[] = [];

async function toy(...wants: readonly string[]): Promise<Desktop> {
  const launched = await launchDesktop({ build: TOY, env: { TOY: wants.join(',') } });
  started.push(launched);
  return launched;
}

/** Evaluates in the page, with `toy` and `said`, which gives an error's name and message instead of raising it. */
function page<Result = unknown>(expression: string, on = desktop): Promise<Result> {
  return on.page.evaluate(`(async () => {
    const { toy } = window;
    const said = async (call) => { try { return await call(); } catch (error) { return error.name + ': ' + error.message; } };
    return (${expression});
  })()`);
}

const heard = (on = desktop): Promise<readonly (readonly unknown[])[]> => page(`await toy.invoke('heard')`, on);

describe('the double', () => {
  beforeAll(async () => {
    desktop = await toy('handlers', 'stay');
  });
  afterAll(async () => {
    for (const launched of started) await launched.stop();
  });

  describe('between the worlds of a page', () => {
    test('calls functions with copies, and freezes what is exposed', async () => {
      expect(
        await page(`[toy.nested.answer(), toy.nested.list, Object.isFrozen(toy), Object.isFrozen(toy.nested.list)]`),
      ).toEqual([42, [1, { deep: true }], true, true]);
      expect(await page(`(await toy.later).done`)).toBe(true);
      expect(await page(`said(() => { 'use strict'; toy.nested = 1; })`)).toMatch(
        /^TypeError: Cannot assign to read only/,
      );
    });

    test('drops prototypes, clones what has a structure, keeps cycles', async () => {
      expect(await page(`[toy.point().x, typeof toy.point().length]`)).toEqual([1, 'undefined']);
      expect(
        await page(
          `(() => { const { date, map, bytes, big, error } = toy.kinds(); return [date instanceof Date, map instanceof Map, map.get('a'), bytes instanceof Uint8Array, String(big), error instanceof Error, error.message]; })()`,
        ),
      ).toEqual([true, true, 1, true, '5', true, 'told']);
      expect(await page(`(() => { const one = toy.cyclic(); return one.self === one; })()`)).toBe(true);
      expect(await page(`said(() => toy.weak())`)).toBe('Error: An object could not be cloned.');
    });

    test('keeps of an error its message alone', async () => {
      expect(
        await page(
          `(() => { try { toy.throws(); } catch (error) { return [error.name, error.message, error.secret ?? null]; } })()`,
        ),
      ).toEqual(['Error', 'out of range', null]);
      expect(await page(`toy.rejects().catch((error) => [error.name, error.message, error.secret ?? null])`)).toEqual([
        'Error',
        'later',
        null,
      ]);
      expect(await page(`said(() => toy.throwsText())`)).toMatch(/a valid exception was not thrown/);
    });

    test('proxies functions both ways, and gives each side its own back', async () => {
      expect(await page(`(() => { toy.keep((a, b) => a + b); return toy.callKept(1, 2); })()`)).toBe(3);
      expect(await page(`(() => { const own = () => 1; return toy.back(own) === own; })()`)).toBe(true);
      expect(
        await page(
          `said(() => { let deep = {}; for (let i = 0; i < 1001; i += 1) deep = { deep }; return toy.back(deep); })`,
        ),
      ).toMatch(/^TypeError: Electron contextBridge recursion depth exceeded/);
    });

    test('lets nothing of the preload script through', async () => {
      expect(
        await page(`[typeof window.preloadSecret, typeof require, typeof process, Object.keys(toy.leak()).length]`),
      ).toEqual(['undefined', 'undefined', 'undefined', 0]);
      expect(await page('toyAgain.message')).toBe(
        'Error: Cannot bind an API on top of an existing property on the window object',
      );
    });

    test('has no more in the preload script than a sandbox has', async () => {
      expect(await page(`['fs', 'node:child_process', './other.js'].map((name) => toy.require(name))`)).toEqual([
        'Error: module not found: fs',
        'Error: module not found: node:child_process',
        'Error: module not found: ./other.js',
      ]);
      expect(await page(`toy.electronMember('shell')`)).toMatch(
        /the double has no electron in a sandboxed preload script\.shell/,
      );
    });
  });

  describe('between page and main process', () => {
    test('carries what the structured clone algorithm takes', async () => {
      expect(
        await page(
          `(async () => { const [map, list] = await toy.invoke('echo', new Map([[1, new Set(['a'])]]), [1n, undefined, NaN, new Uint8Array([7])]); return [map.get(1).has('a'), String(list[0]), list[1] === undefined, Number.isNaN(list[2]), list[3][0]]; })()`,
        ),
      ).toEqual([true, '1', true, true, 7]);
      expect(await page(`toy.sendSync('ask', 'now')`)).toBe('now!');
      expect(
        await page(
          `new Promise((resolve) => { toy.onEchoed((...args) => resolve(args)); toy.send('echo-back', 1, 'two'); })`,
        ),
      ).toEqual([1, 'two']);
    });

    test.each([
      [`toy.invoke('fails')`, `Error: Error invoking remote method 'fails': TypeError: no such luck`],
      [
        `toy.invoke('nobody')`,
        `Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'`,
      ],
      [
        `toy.invoke('uncloneable')`,
        `Error: Error invoking remote method 'uncloneable': Error: An object could not be cloned.`,
      ],
      [`toy.invokeFunction()`, 'Error: An object could not be cloned.'],
      [`toy.sendFunction()`, 'Error: An object could not be cloned.'],
    ])('%s: in the words of Electron', async (call, words) => {
      expect(await page(`said(() => ${call})`)).toBe(words);
    });

    test('refuses a second handler', async () => {
      expect(await page(`toy.invoke('second-handler')`)).toBe(`Attempted to register a second handler for 'echo'`);
    });

    test('tells who sends, under the scheme of the program', async () => {
      expect(await page(`toy.invoke('sender')`)).toEqual(['toy://home/', true]);
    });
  });

  describe('around the page', () => {
    test('serves the scheme, and lets Chromium keep its policy', async () => {
      expect(await page('[window.scriptRan, window.inlineRan]')).toEqual([true, undefined]);
      expect(await heard()).toContainEqual(['before', 'toy://home/script.js']);
    });

    test('asks about navigation, windows and redirects', async () => {
      await page(`void (location.href = 'https://stranger.example/')`);
      await page(`void window.open('https://stranger.example/open')`);
      await expect.poll(() => heard()).toContainEqual(['will-frame-navigate', 'https://stranger.example/']);
      await expect.poll(() => heard()).toContainEqual(['open', 'https://stranger.example/open']);
      expect((await desktop.windowState()).url).toBe('toy://home/');
      expect(desktop.deeds.filter(({ event }) => event === 'stranger')).toEqual([]);
    });

    test('asks the handlers for permissions', async () => {
      expect(await page(`Notification.requestPermission()`)).toBe('denied');
      expect(await page(`Notification.permission`)).toBe('denied');
      expect(await page(`said(() => navigator.clipboard.readText())`)).toBe('NotAllowedError: Read permission denied.');
      expect(await heard()).toContainEqual(['permission', 'clipboard-read']);
      expect(await heard()).toContainEqual(['check', 'notifications']);
    });

    test('follows the color scheme', async () => {
      await desktop.page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(() => page(`toy.invoke('theme')`)).toBe(true);
      await desktop.page.emulateMedia({ colorScheme: 'light' });
      await expect.poll(() => page(`toy.invoke('theme')`)).toBe(false);
    });

    test('knows where a file of a real input lies, and that a made one lies nowhere', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'countinghouse-double-'));
      const path = join(folder, 'some.ledger');
      writeFileSync(path, 'x');
      await desktop.page.setInputFiles('#file', path);
      expect(await page(`toy.pathOf(document.querySelector('#file').files[0])`)).toBe(path);
      expect(await page(`toy.pathOf(new File(['x'], 'made'))`)).toBe('');
      const dropped = page(
        `new Promise((resolve) => { addEventListener('dragover', (event) => event.preventDefault()); addEventListener('drop', (event) => { event.preventDefault(); resolve(toy.pathOf(event.dataTransfer.files[0])); }); })`,
      );
      await desktop.drop([path]);
      expect(await dropped).toBe(path);
      await rm(folder, { recursive: true });
    });

    test('clicks menu items by their keys and by their names', async () => {
      await desktop.press('Control+Shift+J');
      await expect.poll(() => heard()).toContainEqual(['menu', 'note']);
      await desktop.menu(['View', 'Zoom In']);
      await expect.poll(async () => (await desktop.windowState()).zoomLevel).toBe(0.5);
      await expect(desktop.menu(['File', 'Off'])).rejects.toThrow('disabled');
      await expect(desktop.menu(['File', 'Nothing'])).rejects.toThrow('no menu item "Nothing"');
      await page(`void addEventListener('keydown', (event) => event.preventDefault())`);
      await desktop.press('Control+Shift+J');
      await desktop.press('a');
      expect((await heard()).filter(([kind]) => kind === 'menu')).toHaveLength(1);
    });

    test('answers scripted dialogs, and reports others by name', async () => {
      await desktop.dialogs.script({ method: 'showOpenDialog', answer: { filePaths: ['/a'] } });
      expect(await page(`toy.invoke('dialog')`)).toEqual({ canceled: false, filePaths: ['/a'] });
      expect(desktop.problems()).toEqual([]);
      expect(await page(`toy.invoke('dialog')`)).toEqual({ canceled: true, filePaths: [] });
      expect(desktop.problems()).toEqual([expect.stringContaining('did not expect: showOpenDialog')]);
      expect(await page(`toy.invoke('external', 'https://example.com/')`)).toBe(
        'the double opens nothing outside: https://example.com/',
      );
    });

    test('keeps notifications', async () => {
      await page(`toy.invoke('notify').catch(() => null)`);
      expect(desktop.notifications).toEqual([{ title: 'Done', body: 'All of it' }]);
    });

    test('brings a page back after its process ended', async () => {
      await desktop.crashRenderer();
      await expect.poll(() => heard()).toContainEqual(['gone', 'crashed']);
    });
  });

  describe('what it lacks', () => {
    afterEach(async () => void (await started.pop()?.stop()));

    test.each([
      ['missing', 'the double has no app.setJumpList'],
      ['unknown-event', `the double has no event 'gpu-process-gone' of app`],
    ])('%s is named', async (wants, name) => {
      const launched = await launchDesktop({ build: TOY, env: { TOY: wants }, hasWindow: false });
      started.push(launched);
      await expect.poll(() => launched.problems().join('\n')).toContain(name);
    });

    test('an unknown option of a window is named', async () => {
      const launched = await toy();
      expect(await page(`toy.invoke('window-option', { vibrancy: 'dark' })`, launched)).toBe(
        'the double has no BrowserWindow option vibrancy',
      );
      expect(await page(`toy.invoke('window-option', { webPreferences: { offscreen: true } })`, launched)).toBe(
        'the double has no webPreferences option offscreen',
      );
    });
  });

  describe('a program that gives up its safety', () => {
    afterEach(async () => void (await started.pop()?.stop()));

    test('gets Node in its preload script without a sandbox', async () => {
      expect(await page(`toy.require('fs')`, await toy('no-sandbox'))).toBe('object');
    });

    test('keeps the sandbox that it enforces', async () => {
      expect(await page(`toy.require('fs')`, await toy('no-sandbox', 'enforced-sandbox'))).toMatch(/module not found/);
    });

    test('shares its world with the page without isolation, and has no bridge', async () => {
      const launched = await toy('no-isolation');
      expect(await page('[window.preloadSecret, typeof window.toy]', launched)).toEqual(['secret', 'undefined']);
      await expect
        .poll(() => launched.problems().join())
        .toContain('contextBridge API can only be used when contextIsolation is enabled');
    });

    test('has Node in its page with all of that', async () => {
      const launched = await toy('no-isolation', 'node');
      expect(await launched.page.evaluate(`require('node:fs').existsSync('/')`)).toBe(true);
    });

    test('grants everything, goes everywhere and opens windows where it says nothing', async () => {
      const launched = await toy('no-csp');
      expect(await page('[window.inlineRan, await Notification.requestPermission()]', launched)).toEqual([
        true,
        'granted',
      ]);
      await page(`void window.open('https://stranger.example/')`, launched);
      await expect.poll(() => launched.windowCount()).toBe(2);
      await page(`void (location.href = 'https://stranger.example/gone')`, launched);
      await launched.page.waitForURL('https://stranger.example/gone');
    });
  });

  describe('the life of a program', () => {
    afterEach(async () => void (await started.pop()?.stop()));

    test('runs out of an archive, with what lies beside it', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'countinghouse-archive-'));
      const archive = join(folder, 'app.asar');
      const packer = join(import.meta.dirname, '../../node_modules/@electron/asar/bin/asar.js');
      execFileSync(process.execPath, [packer, 'pack', TOY, archive, '--unpack', '*.cjs']);
      const launched = await launchDesktop({ build: archive });
      started.push(launched);
      expect(await page(`toy.invoke('echo', 1)`, launched)).toEqual([1]);
      await rm(folder, { recursive: true });
    });

    test('is one, whose second start hands over its arguments', async () => {
      const launched = await toy('lock');
      const { exitCode } = await launched.secondStart(['a.ledger'], tmpdir());
      expect(exitCode).toBe(0);
      await expect
        .poll(() => heard(launched))
        .toContainEqual(['second-instance', ['a.ledger'], tmpdir(), { from: 'toy' }]);
    });

    test('ends in the order of Electron, and waits where it is asked to', async () => {
      const launched = await toy('slow-quit');
      expect(await launched.quit()).toBe(0);
      expect(launched.output.split('\n').filter(Boolean)).toEqual([
        'before-quit',
        'will-quit',
        'before-quit',
        'will-quit',
        'quit',
      ]);
    });

    test('ends when its last window is closed', async () => {
      const launched = await toy();
      await launched.window('close');
      expect(await launched.exited()).toBe(0);
      expect(launched.output.split('\n').filter(Boolean)).toEqual([
        'window-all-closed',
        'before-quit',
        'will-quit',
        'quit',
      ]);
    });

    test('goes on when a window keeps itself open', async () => {
      const launched = await toy('keep-open');
      await launched.window('close');
      expect(await page(`toy.invoke('echo', 1)`, launched)).toEqual([1]);
    });

    test('never becomes ready under a top-level await for it', async () => {
      const launched = await launchDesktop({ build: TOY, env: { TOY: 'top-level-ready' }, hasWindow: false });
      started.push(launched);
      await expect.poll(() => launched.problems().join()).toContain('never ends in Electron');
    });
  });
});
