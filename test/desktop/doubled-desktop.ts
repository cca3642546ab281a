// The program on the double, as a test sees it.
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type {
  Bounds,
  Deed,
  Desktop,
  DialogScript,
  Forged,
  Isolation,
  MenuOutline,
  ShownDialog,
  WindowState,
} from './desktop.ts';
import type { DoubledProgram } from './doubled-program.ts';

/** Far above what is needed: a slow machine is no failure. */
const WINDOW_WAIT_MS = 120_000;
const DEED_WAIT_MS = 30_000;
const EXIT_WAIT_MS = 60_000;

type Begin = (args: readonly string[], folder?: string) => DoubledProgram;

export class DoubledDesktop implements Desktop {
  readonly kind = 'double';
  readonly dialogs: Desktop['dialogs'];
  readonly #program: DoubledProgram;
  readonly #begin: Begin;
  readonly #cleanUp: () => Promise<void>;
  #page: Page | null = null;
  #seenProblems = 0;

  constructor(program: DoubledProgram, begin: Begin, cleanUp: () => Promise<void>) {
    this.#program = program;
    this.#begin = begin;
    this.#cleanUp = cleanUp;
    this.dialogs = {
      script: async (...answers: readonly DialogScript[]) => void (await program.ask('scriptDialogs', { answers })),
      get shown() {
        return program.deeds.filter(({ event }) => event === 'dialog') as unknown as readonly ShownDialog[];
      },
      left: async () => z.number().parse(await program.ask('scriptedDialogs')),
    };
  }

  /** Waits for the window's page, and for what it loads. */
  async showsWindow(after = 0): Promise<void> {
    const program = this.#program;
    const isPage = ({ event }: Deed): boolean => event === 'page';
    const told = await program.until(
      () => program.deeds.slice(after).findLast(isPage) ?? null,
      WINDOW_WAIT_MS,
      'a window',
    );
    this.#page = await (await program.shown()).pageOf(String(told['targetId']));
    await this.#page.waitForURL((url) => url.protocol !== 'about:', { waitUntil: 'load', timeout: WINDOW_WAIT_MS });
    // A window that crashed is still shown.
    const isRaised = (): true | null => (program.deeds.some(({ event }) => event === 'raised') ? true : null);
    await program.until(isRaised, WINDOW_WAIT_MS, 'a window that is shown');
  }

  get page(): Page {
    if (this.#page === null) throw new Error('the program shows no window');
    return this.#page;
  }

  async menu(path: readonly string[]): Promise<void> {
    await this.#program.ask('clickMenu', { path });
  }

  async menuOutline(): Promise<readonly MenuOutline[]> {
    return (await this.#program.ask('menu')) as readonly MenuOutline[];
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async drop(paths: readonly string[], at?: { readonly x: number; readonly y: number }): Promise<void> {
    const middle = at ?? (await this.page.evaluate('({ x: innerWidth / 2, y: innerHeight / 2 })'));
    await this.#program.ask('drop', { paths, ...(middle as { x: number; y: number }) });
  }

  async secondStart(args: readonly string[], folder?: string): Promise<{ exitCode: number; stderr: string }> {
    const second = this.#begin(args, folder);
    const limit = setTimeout(() => second.kill('SIGKILL'), EXIT_WAIT_MS);
    // Without a lock the second start would open a window and stay.
    const shows = second
      .until(() => second.deeds.find(({ event }) => event === 'window') ?? null, EXIT_WAIT_MS, 'end')
      .then(
        () => second.kill('SIGKILL'),
        () => undefined,
      );
    const exitCode = await second.exited;
    clearTimeout(limit);
    await shows;
    return { exitCode, stderr: second.stderr };
  }

  async openUrl(url: string): Promise<void> {
    await this.#program.ask('openUrl', { url });
  }

  async openFile(path: string): Promise<void> {
    await this.#program.ask('openFile', { path });
  }

  async crashRenderer(): Promise<void> {
    const before = this.#program.deeds.length;
    await this.#program.ask('crashRenderer');
    await this.showsWindow(before);
  }

  async crashCore(index?: number): Promise<number> {
    return z.number().parse(await this.#program.ask('crashCore', { index: index ?? null }));
  }

  get notifications(): readonly { title: string; body: string }[] {
    return this.deeds
      .filter(({ event }) => event === 'notification')
      .map((deed) => ({ title: String(deed['title']), body: String(deed['body']) }));
  }

  async clickNotification(index: number): Promise<void> {
    await this.#program.ask('clickNotification', { index });
  }

  get deeds(): readonly Deed[] {
    return this.#program.deeds;
  }

  async deedsOf(event: string, count = 1): Promise<readonly Deed[]> {
    const look = (): readonly Deed[] | null => {
      const found = this.deeds.filter((deed) => deed.event === event);
      return found.length >= count ? found : null;
    };
    return this.#program.until(look, DEED_WAIT_MS, `${count} × ${event}`);
  }

  problems(): readonly string[] {
    const all = this.deeds.filter(({ event }) => event === 'problem').map((deed) => String(deed['text']));
    this.#seenProblems = all.length;
    return all;
  }

  async window(method: Parameters<Desktop['window']>[0]): Promise<void> {
    await this.#program.ask('window', { method });
  }

  async place(bounds: Partial<Bounds>): Promise<void> {
    await this.#program.ask('place', { bounds });
  }

  async windowState(): Promise<WindowState> {
    return (await this.#program.ask('windowState')) as WindowState;
  }

  async windowCount(): Promise<number> {
    return z.number().parse(await this.#program.ask('windowCount'));
  }

  get isolation(): readonly Isolation[] {
    return this.deeds.filter(({ event }) => event === 'window').map((deed) => deed['isolation'] as Isolation);
  }

  inPreload(expression: string): Promise<unknown> {
    return this.#program.ask('inPreload', { expression });
  }

  async sendAsForeignFrame(message: Forged): Promise<{ result?: string; error?: string } | null> {
    const forged = { url: 'https://stranger.example/', isInvoked: true, ...message };
    return (await this.#program.ask('forge', forged)) as { result?: string; error?: string } | null;
  }

  get output(): string {
    return this.#program.output;
  }

  get exitCode(): number | null {
    return this.#program.exitCode;
  }

  exited(): Promise<number> {
    return this.#program.exited;
  }

  async quit(): Promise<number> {
    if (this.exitCode === null) await this.#program.ask('quit').catch(() => undefined);
    await this.#program.until(() => this.exitCode, EXIT_WAIT_MS, 'the end of the program');
    const code = await this.#program.exited;
    await this.#cleanUp();
    const unseen = this.deeds.filter(({ event }) => event === 'problem').slice(this.#seenProblems);
    if (unseen.length > 0) throw new Error(unseen.map(({ text }) => String(text)).join('\n'));
    return code;
  }

  async stop(): Promise<void> {
    if (this.exitCode === null) this.#program.kill('SIGKILL');
    await this.#program.exited;
    await this.#cleanUp();
  }
}
