// The program in Electron itself, where its binary is present: the same desktop for a test, as far as Playwright can
// reach into Electron. What it cannot is refused by name.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Launch } from './app.ts';
import type { Deed, Desktop, DialogScript, MenuOutline, ShownDialog, WindowState } from './desktop.ts';

/** The path of Electron's binary, or null where it was not fetched. */
export function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(note, 'utf8'));
  return existsSync(path) ? path : null;
}

/** One line for the report of a run: whether the journeys also ran in Electron. */
export function electronReport(): string {
  const binary = electronBinary();
  return binary === null ? 'real Electron: absent (its binary was not fetched)' : `real Electron: run (${binary})`;
}

/** As `launchDesktop`. To be called only where there is a binary. */
export async function launchRealElectron(launch: Launch): Promise<Desktop> {
  const executablePath = electronBinary();
  if (executablePath === null) throw new Error(electronReport());
  const home = launch.home ?? (await mkdtemp(join(tmpdir(), 'countinghouse-electron-')));
  const isRoot = process.getuid?.() === 0;
  const application = await _electron.launch({
    executablePath,
    args: [...(isRoot ? ['--no-sandbox'] : []), launch.build, ...(launch.args ?? [])],
    cwd: launch.cwd ?? home,
    env: { ...stringsOf(process.env), HOME: home, COUNTINGHOUSE_HOME: join(home, 'countinghouse'), ...launch.env },
  });
  const desktop = new RealDesktop(application, await application.firstWindow(), async () => {
    if (launch.home === undefined) await rm(home, { recursive: true, force: true });
  });
  await desktop.dialogs.script(...(launch.dialogs ?? []));
  return desktop;
}

interface Kept {
  readonly waiting: DialogScript[];
  readonly shown: ShownDialog[];
  readonly problems: string[];
}

class RealDesktop implements Desktop {
  readonly kind = 'electron';
  readonly page: Page;
  readonly dialogs: Desktop['dialogs'];
  readonly deeds: readonly Deed[] = [];
  readonly isolation = [];
  readonly notifications = [];
  readonly #application: ElectronApplication;
  readonly #cleanUp: () => Promise<void>;
  #kept: Kept = { waiting: [], shown: [], problems: [] };
  output = '';
  exitCode: number | null = null;

  constructor(application: ElectronApplication, page: Page, cleanUp: () => Promise<void>) {
    this.#application = application;
    this.page = page;
    this.#cleanUp = cleanUp;
    const child = application.process();
    child.once('exit', (code) => {
      this.exitCode = code ?? -1;
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    }
    const desktop = this;
    this.dialogs = {
      script: (...answers) => this.#script(answers),
      get shown() {
        return desktop.#kept.shown;
      },
      left: async () => {
        await this.#readKept();
        return this.#kept.waiting.length;
      },
    };
  }

  async menu(path: readonly string[]): Promise<void> {
    await this.#application.evaluate(({ Menu, BrowserWindow }, labels) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      for (const [depth, label] of labels.entries()) {
        const item = items.find((one) => one.visible && one.label.replaceAll(/&(.)/g, '$1') === label);
        if (item === undefined || !item.enabled) throw new Error(`no menu item "${label}" that can be clicked`);
        if (depth === labels.length - 1) item.click(undefined, BrowserWindow.getAllWindows()[0]);
        items = item.submenu?.items ?? [];
      }
    }, path);
  }

  async menuOutline(): Promise<readonly MenuOutline[]> {
    return this.#refuse('menuOutline');
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  problems(): readonly string[] {
    return this.#kept.problems;
  }

  async windowCount(): Promise<number> {
    return this.#application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  }

  async windowState(): Promise<WindowState> {
    return this.#application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('there is no window');
      return {
        bounds: window.getBounds(),
        normalBounds: window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        isMinimized: window.isMinimized(),
        isFullScreen: window.isFullScreen(),
        isVisible: window.isVisible(),
        isFocused: window.isFocused(),
        zoomLevel: window.webContents.zoomLevel,
        url: window.webContents.getURL(),
        title: window.getTitle(),
      };
    });
  }

  async window(method: Parameters<Desktop['window']>[0]): Promise<void> {
    await this.#application.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.[name](), method);
  }

  async place(bounds: Parameters<Desktop['place']>[0]): Promise<void> {
    await this.#application.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
      bounds,
    );
  }

  async openUrl(url: string): Promise<void> {
    await this.#application.evaluate(
      ({ app }, to) => app.emit('open-url', { preventDefault: () => undefined }, to),
      url,
    );
  }

  async openFile(path: string): Promise<void> {
    await this.#application.evaluate(
      ({ app }, to) => app.emit('open-file', { preventDefault: () => undefined }, to),
      path,
    );
  }

  async exited(): Promise<number> {
    while (this.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    return this.exitCode;
  }

  async quit(): Promise<number> {
    await this.#readKept();
    const { problems } = this.#kept;
    await this.#application.evaluate(({ app }) => app.quit()).catch(() => undefined);
    const code = await this.exited();
    await this.#cleanUp();
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return code;
  }

  async stop(): Promise<void> {
    if (this.exitCode === null) this.#application.process().kill('SIGKILL');
    await this.exited();
    await this.#cleanUp();
  }

  drop = (): Promise<never> => this.#refuse('drop');
  secondStart = (): Promise<never> => this.#refuse('secondStart');
  crashRenderer = (): Promise<never> => this.#refuse('crashRenderer');
  crashCore = (): Promise<never> => this.#refuse('crashCore');
  clickNotification = (): Promise<never> => this.#refuse('clickNotification');
  deedsOf = (): Promise<never> => this.#refuse('deedsOf');
  inPreload = (): Promise<never> => this.#refuse('inPreload');
  sendAsForeignFrame = (): Promise<never> => this.#refuse('sendAsForeignFrame');

  #refuse(name: string): Promise<never> {
    return Promise.reject(new Error(`Playwright cannot ${name} in Electron itself`));
  }

  /** Puts scripted answers in the place of the system's dialogs. */
  async #script(answers: readonly DialogScript[]): Promise<void> {
    await this.#application.evaluate(({ dialog }, added) => {
      const place = globalThis as unknown as {
        scriptedDialogs?: { waiting: typeof added; shown: object[]; problems: string[] };
      };
      const kept = (place.scriptedDialogs ??= { waiting: [], shown: [], problems: [] });
      kept.waiting = [...kept.waiting, ...added];
      for (const method of ['showOpenDialog', 'showSaveDialog', 'showMessageBox', 'showErrorBox'] as const) {
        const answer = async (...args: unknown[]): Promise<unknown> => {
          const [next, ...rest] = kept.waiting;
          kept.shown.push({ method, options: JSON.parse(JSON.stringify(args.at(-1) ?? null)) });
          if (next?.method === method) {
            kept.waiting = rest;
            return typeof next.answer === 'object' ? { canceled: false, ...next.answer } : next.answer;
          }
          kept.problems.push(`a dialog that the test did not expect: ${method}`);
          return { canceled: true, filePaths: [], filePath: '', response: 0 };
        };
        Object.assign(dialog, { [method]: answer });
      }
    }, answers);
  }

  async #readKept(): Promise<void> {
    const kept = await this.#application.evaluate(
      () => (globalThis as unknown as { scriptedDialogs: unknown }).scriptedDialogs,
    );
    this.#kept = kept as Kept;
  }
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
