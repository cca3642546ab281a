// What a person sees of web contents and does in them: size, zoom, color scheme, editing, developer tools.
import { KnownEvents } from './absent.ts';
import type { PageLink } from './page-link.ts';
import { problem } from './seat.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What happens to commands for a page that went away meanwhile. */
const GONE = /browser is gone|Session with given id|Cannot find context|crashed/i;

export abstract class ShownPage extends KnownEvents {
  /** The double's own: how wide and high the page is. */
  size: Size;
  protected link: Promise<PageLink> = Promise.reject(new Error('no page was made'));
  #zoom = 0;
  #hasDevTools = false;

  constructor(name: string, events: readonly string[], size: Size) {
    super(name, events);
    this.size = size;
    this.link.catch(() => undefined);
  }

  abstract isDestroyed(): boolean;

  isDevToolsOpened(): boolean {
    return this.#hasDevTools;
  }

  openDevTools(): void {
    this.#hasDevTools = true;
    this.emit('devtools-opened');
  }

  closeDevTools(): void {
    this.#hasDevTools = false;
    this.emit('devtools-closed');
  }

  toggleDevTools(): void {
    if (this.#hasDevTools) this.closeDevTools();
    else this.openDevTools();
  }

  get zoomLevel(): number {
    return this.#zoom;
  }

  set zoomLevel(level: number) {
    this.#zoom = level;
    this.withLink((link) => this.draw(link));
  }

  getZoomLevel(): number {
    return this.zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }

  get zoomFactor(): number {
    return 1.2 ** this.#zoom;
  }

  set zoomFactor(factor: number) {
    this.zoomLevel = Math.log(factor) / Math.log(1.2);
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  undo(): void {
    this.#edit('undo');
  }
  redo(): void {
    this.#edit('redo');
  }
  cut(): void {
    this.#edit('cut');
  }
  copy(): void {
    this.#edit('copy');
  }
  paste(): void {
    this.#edit('paste');
  }
  pasteAndMatchStyle(): void {
    this.#edit('pasteAndMatchStyle');
  }
  delete(): void {
    this.#edit('delete');
  }
  selectAll(): void {
    this.#edit('selectAll');
  }

  showScheme(source: 'system' | 'light' | 'dark'): void {
    const value = source === 'system' ? '' : source;
    this.withLink((link) =>
      link.page.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] }),
    );
  }

  resize(size: { readonly width: number; readonly height: number }): void {
    this.size = size;
    this.withLink((link) => this.draw(link));
  }

  protected async draw({ page }: PageLink): Promise<void> {
    const { width, height } = this.size;
    const factor = this.zoomFactor;
    await page.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / factor),
      height: Math.round(height / factor),
      deviceScaleFactor: Math.abs(factor - 1) < 1e-9 ? 1 : factor,
      mobile: false,
    });
  }

  #edit(command: string): void {
    const event = { type: 'rawKeyDown', key: 'F24', windowsVirtualKeyCode: 135, commands: [command] };
    this.withLink(async ({ page }) => {
      await page.send('Input.dispatchKeyEvent', event);
      await page.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', commands: [] });
    });
  }

  protected withLink(act: (link: PageLink) => Promise<unknown>): void {
    this.link.then(act).catch((error: unknown) => {
      if (this.isDestroyed() || GONE.test(String(error))) return;
      problem(`the double: ${String(error)}`);
    });
  }
}
