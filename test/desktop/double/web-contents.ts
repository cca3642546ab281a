// The contents of a window: a page of Chromium, and what the main process may do with it and hears of it.
import { NotDoubled, only, preventable } from './absent.ts';
import { createPage } from './browser.ts';
import { fromChromium } from './addresses.ts';
import type { Attached } from './cdp.ts';
import { WebFrameMain } from './frames.ts';
import { encoded } from './ipc-main.ts';
import { addContents, removeContents } from './open-contents.ts';
import { PageLink } from './page-link.ts';
import { ShownPage, type Size } from './shown-page.ts';
import { problem, tell } from './seat.ts';
import { requestPermission, theSession } from './session.ts';
import { buildWorlds, type Isolation } from './worlds.ts';

const EVENTS = [
  ...['did-finish-load', 'did-fail-load', 'did-start-loading', 'did-stop-loading', 'dom-ready', 'page-title-updated'],
  ...['will-navigate', 'will-frame-navigate', 'will-redirect', 'did-start-navigation', 'did-navigate'],
  ...['did-navigate-in-page', 'did-create-window', 'will-attach-webview', 'render-process-gone', 'unresponsive'],
  ...['responsive', 'destroyed', 'console-message', 'preload-error', 'focus', 'blur', 'devtools-opened'],
  ...['devtools-closed', 'zoom-changed'],
];

type OpenHandler = (details: object) => { readonly action: 'allow' | 'deny' };

let lastId = 0;

export class WebContents extends ShownPage {
  readonly id: number;
  readonly session = theSession;
  readonly mainFrame = new WebFrameMain(null);
  readonly hostWebContents = null;
  readonly isolation: Isolation;
  /** The double's own: told once the first page can be seen. */
  onPainted: () => void = () => undefined;
  /** The double's own: makes the window for a page that a page opened. */
  onOpened: ((page: Attached) => Promise<void>) | null = null;
  #targetId = '';
  #openHandler: OpenHandler | null = null;
  #state = { isDestroyed: false, isCrashed: false, isLoading: false };
  readonly #expected = new Set<string>();

  /** `page` is there for a window that a page opened; otherwise a page is made. */
  constructor(isolation: Isolation, size: Size, page: Attached | null = null) {
    super('webContents', EVENTS, size);
    lastId += 1;
    this.id = lastId;
    this.isolation = isolation;
    addContents(this);
    this.link = page === null ? this.#newPage() : this.#linkTo(page);
    this.link.catch((error: unknown) => problem(`the double: no page for a window: ${String(error)}`));
  }

  async #newPage(): Promise<PageLink> {
    const linked = Promise.withResolvers<PageLink>();
    await createPage(async (page) => {
      linked.resolve(await this.#linkTo(page));
    }, this.size);
    return linked.promise;
  }

  async #linkTo(page: Attached): Promise<PageLink> {
    const { versions } = process;
    const worlds = buildWorlds(this.isolation, {
      node: versions.node,
      electron: versions['electron'],
      chrome: versions['chrome'],
    });
    const link = new PageLink(page, this, worlds, this.isolation.contextIsolation);
    await link.prepare();
    this.#targetId = page.targetId;
    await this.draw(link);
    tell('page', { contentsId: this.id, targetId: page.targetId });
    return link;
  }

  get targetId(): string {
    return this.#targetId;
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getTitle(): string {
    return '';
  }

  isDestroyed(): boolean {
    return this.#state.isDestroyed;
  }

  isCrashed(): boolean {
    return this.#state.isCrashed;
  }

  isLoading(): boolean {
    return this.#state.isLoading;
  }

  getLastWebPreferences(): object {
    return { ...this.isolation };
  }

  getOSProcessId(): number {
    return 1;
  }

  async loadURL(url: string): Promise<void> {
    this.#require();
    const link = await this.link;
    this.#expected.add(bare(url));
    this.#state.isLoading = true;
    this.emit('did-start-loading', {});
    const loaded = link.nextLoad();
    const failure = await link.load(url);
    if (failure !== null) {
      this.#state.isLoading = false;
      const [code, name] = [failure === 'net::ERR_ABORTED' ? -3 : -20, failure.replace('net::', '')];
      this.emit('did-fail-load', {}, code, name, url, true);
      throw Object.assign(new Error(`${name} (${code}) loading '${url}'`), { errno: code, code: name, url });
    }
    await loaded;
    this.#state.isLoading = false;
  }

  reload(): void {
    this.#require();
    const url = this.mainFrame.url;
    if (this.#state.isCrashed) {
      // A crashed page of Chromium is lost to whoever drives it; the window gets a new one.
      this.#state.isCrashed = false;
      this.#closePage(this.link);
      this.link = this.#newPage();
      this.link.catch((error: unknown) => problem(`the double: no page for a window: ${String(error)}`));
      this.loadURL(url).catch((error: unknown) => problem(`the double: a reload failed: ${String(error)}`));
      return;
    }
    this.#expected.add(bare(url));
    this.withLink((link) => link.page.send('Page.reload'));
  }

  reloadIgnoringCache(): void {
    this.reload();
  }

  send(channel: string, ...args: unknown[]): void {
    this.#require();
    const message = { kind: 'message', channel, arguments: encoded(args) };
    this.withLink((link) => link.tell(message));
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.link.then((link) => link.inPage(code));
  }

  setWindowOpenHandler(handler: OpenHandler | null): void {
    this.#openHandler = handler;
  }

  close(): void {
    this.destroyPage();
  }

  forcefullyCrashRenderer(): void {
    this.crashPage();
  }

  focus(): void {
    this.withLink((link) => link.page.send('Page.bringToFront'));
  }

  stop(): void {
    this.withLink((link) => link.page.send('Page.stopLoading'));
  }

  async setVisualZoomLevelLimits(): Promise<void> {}

  setBackgroundThrottling(): void {}

  setIgnoreMenuShortcuts(): void {
    throw new NotDoubled('webContents.setIgnoreMenuShortcuts');
  }

  readonly navigationHistory = only('navigationHistory', {
    goBack: () => void this.executeJavaScript('history.back()'),
    goForward: () => void this.executeJavaScript('history.forward()'),
  });

  /** The double's own: whether the main process began this navigation itself; asked once per navigation. */
  isExpected(url: string): boolean {
    return this.#expected.delete(bare(url));
  }

  /** The double's own: a page wants to go where no request leads, as to `mailto:`. */
  askedElsewhere(frame: WebFrameMain, url: string): void {
    const scheme = URL.parse(url)?.protocol ?? '';
    if (['http:', 'https:', 'about:', 'blob:', 'javascript:', 'data:', 'file:', ''].includes(scheme)) return;
    const isMainFrame = frame === this.mainFrame;
    const event = preventable({ url: fromChromium(url), isSameDocument: false, isMainFrame, frame, initiator: frame });
    if (isMainFrame) this.emit('will-navigate', event, url);
    this.emit('will-frame-navigate', event, url, false, isMainFrame);
    if (event.defaultPrevented) return;
    void requestPermission(this, 'openExternal', { externalURL: url }).then((isGranted) => {
      if (isGranted) tell('external', { url });
    });
  }

  /** The double's own: what the program says to a window that its page opens; null when it may not be. */
  async opened(url: string): Promise<((page: Attached) => Promise<void>) | null> {
    const details = {
      url: fromChromium(url),
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    };
    const { action } = this.#openHandler?.(details) ?? { action: 'allow' };
    return action === 'allow' ? this.onOpened : null;
  }

  wasPainted(): void {
    this.#state.isLoading = false;
    this.onPainted();
  }

  crashed(): void {
    this.#state.isCrashed = true;
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    this.#onGone('crashed', 5);
  }

  #onGone: (reason: string, exitCode: number) => void = () => undefined;

  /** The double's own: who else hears that the page's process is gone. */
  alsoTellGone(listener: (reason: string, exitCode: number) => void): void {
    this.#onGone = listener;
  }

  crashPage(): void {
    // The command itself is never answered by a page that is gone.
    this.withLink(async (link) => void link.page.send('Page.crash').catch(() => undefined));
  }

  inPreload(expression: string): Promise<unknown> {
    return this.link.then((link) => link.inPreload(expression));
  }

  /** The page itself, for what a test does in it as a person would. */
  page(): Promise<Attached> {
    return this.link.then(({ page }) => page);
  }

  destroyPage(): void {
    if (this.#state.isDestroyed) return;
    this.#state.isDestroyed = true;
    removeContents(this);
    this.mainFrame.markGone();
    this.emit('destroyed');
    this.#closePage(this.link);
  }

  #closePage(link: Promise<PageLink>): void {
    void link
      .then(({ page }) => page.chromium.send('Target.closeTarget', { targetId: page.targetId }))
      .catch(() => undefined);
  }

  #require(): void {
    if (this.#state.isDestroyed) throw new TypeError('Object has been destroyed');
  }
}

function bare(url: string): string {
  return URL.parse(url)?.href.replace(/#.*$/, '') ?? url;
}
