// Windows: where they stand, what state they are in, and the events of that. A page of Chromium shows in each.
import { KnownEvents, only, preventable } from './absent.ts';
import { windowsGone } from './app-life.ts';
import type { Attached } from './cdp.ts';
import { addWindow, allWindows, focusedWindow, removeWindow, setFocused } from './open-contents.ts';
import { settings } from './settings.ts';
import { WORK_AREA } from './screen.ts';
import { tell } from './seat.ts';
import { WebContents } from './web-contents.ts';
import { type Bounds, isolationOf, readOptions, type WindowOptions } from './window-options.ts';
import { app } from './app.ts';

const EVENTS = [
  ...[
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'close',
    'closed',
    'minimize',
    'restore',
    'maximize',
    'unmaximize',
  ],
  ...['resize', 'resized', 'move', 'moved', 'will-resize', 'will-move', 'enter-full-screen', 'leave-full-screen'],
  ...['unresponsive', 'responsive', 'page-title-updated', 'session-end', 'query-session-end', 'always-on-top-changed'],
];

let lastId = 0;

class Window extends KnownEvents {
  readonly id: number;
  readonly webContents: WebContents;
  minimizable = true;
  autoHideMenuBar = false;
  menuBarVisible = true;
  #bounds: Bounds;
  #smallest: readonly [number, number];
  #title: string;
  #state = {
    isShown: false,
    isMaximized: false,
    isMinimized: false,
    isFullScreen: false,
    isDestroyed: false,
    isPainted: false,
  };

  constructor(options: WindowOptions = {}, page: Attached | null = null) {
    super('BrowserWindow', EVENTS);
    readOptions(options);
    if (!settings.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    lastId += 1;
    this.id = lastId;
    const [width, height] = [options.width ?? 800, options.height ?? 600];
    this.#smallest = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#title = options.title ?? app.getName();
    this.#bounds = {
      x: options.x ?? Math.round(WORK_AREA.x + (WORK_AREA.width - width) / 2),
      y: options.y ?? Math.round(WORK_AREA.y + (WORK_AREA.height - height) / 2),
      width: Math.max(width, this.#smallest[0]),
      height: Math.max(height, this.#smallest[1]),
    };
    this.#state.isFullScreen = options.fullscreen ?? false;
    const isolation = isolationOf(options, settings.isSandboxEnforced);
    this.webContents = new WebContents(isolation, this.#bounds, page);
    this.webContents.onPainted = () => this.#painted();
    this.webContents.onOpened = async (opened) => {
      const child = new BrowserWindow({}, opened);
      this.webContents.emit('did-create-window', child, {});
      await child.webContents.page();
    };
    this.webContents.on('unresponsive', () => this.emit('unresponsive'));
    this.webContents.alsoTellGone((reason, exitCode) => {
      app.emit('render-process-gone', {}, this.webContents, { reason, exitCode });
    });
    addWindow(this as BrowserWindow);
    tell('window', { windowId: this.id, contentsId: this.webContents.id, isolation, options: plain(options) });
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
    if (options.show !== false) this.show();
  }

  static getAllWindows(): BrowserWindow[] {
    return allWindows();
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focusedWindow();
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return allWindows().find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return allWindows().find((window) => window.id === id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    if (!this.#state.isShown) {
      this.#state.isShown = true;
      this.emit('show', {});
    }
    this.focus();
  }
  showInactive(): void {
    this.#state.isShown = true;
    this.emit('show', {});
  }
  hide(): void {
    if (!this.#state.isShown) return;
    this.#state.isShown = false;
    this.emit('hide', {});
    this.blur();
  }
  isVisible(): boolean {
    return this.#state.isShown && !this.#state.isMinimized;
  }

  focus(): void {
    const before = focusedWindow();
    if (!this.isVisible() || before === this) return;
    before?.blur();
    setFocused(this as BrowserWindow);
    tell('raised', { windowId: this.id });
    this.webContents.focus();
    this.emit('focus', {});
    this.webContents.emit('focus', {});
    app.emit('browser-window-focus', {}, this);
  }
  blur(): void {
    if (focusedWindow() !== this) return;
    setFocused(null);
    this.emit('blur', {});
    this.webContents.emit('blur', {});
    app.emit('browser-window-blur', {}, this);
  }
  isFocused(): boolean {
    return focusedWindow() === this;
  }
  moveTop(): void {}

  minimize(): void {
    if (this.#state.isMinimized) return;
    this.#state.isMinimized = true;
    this.emit('minimize', {});
    this.blur();
  }
  restore(): void {
    if (this.#state.isMinimized) {
      this.#state.isMinimized = false;
      this.emit('restore', {});
      this.focus();
    } else if (this.#state.isMaximized) this.unmaximize();
  }
  isMinimized(): boolean {
    return this.#state.isMinimized;
  }

  maximize(): void {
    if (!this.#state.isShown) this.show();
    if (this.#state.isMaximized) return;
    this.#state.isMaximized = true;
    this.#drawn('maximize');
  }
  unmaximize(): void {
    if (!this.#state.isMaximized) return;
    this.#state.isMaximized = false;
    this.#drawn('unmaximize');
  }
  isMaximized(): boolean {
    return this.#state.isMaximized;
  }

  setFullScreen(isFullScreen: boolean): void {
    if (isFullScreen === this.#state.isFullScreen) return;
    this.#state.isFullScreen = isFullScreen;
    this.#drawn(isFullScreen ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen(): boolean {
    return this.#state.isFullScreen;
  }
  isNormal(): boolean {
    return !this.#state.isMaximized && !this.#state.isMinimized && !this.#state.isFullScreen;
  }

  getBounds(): Bounds {
    return { ...(this.#state.isMaximized || this.#state.isFullScreen ? WORK_AREA : this.#bounds) };
  }
  getNormalBounds(): Bounds {
    return { ...this.#bounds };
  }
  getContentBounds(): Bounds {
    return this.getBounds();
  }
  setBounds(bounds: Partial<Bounds>): void {
    const before = this.#bounds;
    const [minWidth, minHeight] = this.#smallest;
    const { x = before.x, y = before.y, width = before.width, height = before.height } = bounds;
    this.#bounds = { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
    if (before.x !== x || before.y !== y) for (const event of ['move', 'moved']) this.emit(event, {});
    if (before.width !== this.#bounds.width || before.height !== this.#bounds.height) this.#drawn('resized');
  }
  getSize(): [number, number] {
    const { width, height } = this.getBounds();
    return [width, height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getPosition(): [number, number] {
    const { x, y } = this.getBounds();
    return [x, y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  setMinimumSize(width: number, height: number): void {
    this.#smallest = [width, height];
  }
  center(): void {
    const { width, height } = this.#bounds;
    this.setPosition(Math.round((WORK_AREA.width - width) / 2), Math.round((WORK_AREA.height - height) / 2));
  }

  setTitle(title: string): void {
    this.#title = title;
  }
  getTitle(): string {
    return this.#title;
  }
  setBackgroundColor(): void {}
  setProgressBar(progress: number): void {
    tell('progress', { progress });
  }
  flashFrame(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(isVisible: boolean): void {
    this.menuBarVisible = isVisible;
  }
  isMenuBarVisible(): boolean {
    return this.menuBarVisible;
  }
  setAutoHideMenuBar(isHidden: boolean): void {
    this.autoHideMenuBar = isHidden;
  }
  setRepresentedFilename(path: string): void {
    tell('represented', { path });
  }
  setDocumentEdited(): void {}

  close(): void {
    if (this.#state.isDestroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) windowsGone.kept();
    // The page goes on a later turn, as it does in Electron.
    else setImmediate(() => this.destroy());
  }
  destroy(): void {
    if (this.#state.isDestroyed) return;
    this.#state.isDestroyed = true;
    this.blur();
    removeWindow(this as BrowserWindow);
    this.webContents.destroyPage();
    this.emit('closed');
    tell('closed', { windowId: this.id });
    if (allWindows().length === 0) windowsGone.all();
  }
  isDestroyed(): boolean {
    return this.#state.isDestroyed;
  }

  #painted(): void {
    if (this.#state.isPainted) return;
    this.#state.isPainted = true;
    this.emit('ready-to-show', {});
  }

  #drawn(event: string): void {
    this.webContents.resize(this.getBounds());
    this.emit('resize', {});
    this.emit(event, {});
  }
}

export type BrowserWindow = Window;
export const BrowserWindow = only('BrowserWindow', Window);

function plain(options: WindowOptions): unknown {
  return JSON.parse(JSON.stringify(options)) as unknown;
}
