// The frames of a page as the main process sees them.
import { KnownEvents } from './absent.ts';
import { fromChromium } from './addresses.ts';

let lastNode = 0;

export class WebFrameMain extends KnownEvents {
  readonly frameTreeNodeId: number;
  readonly processId = 1;
  readonly routingId: number;
  readonly name = '';
  readonly parent: WebFrameMain | null;
  readonly #address: { url: string; isGone: boolean };

  constructor(parent: WebFrameMain | null, url = '') {
    super('WebFrameMain', ['dom-ready']);
    lastNode += 1;
    this.frameTreeNodeId = lastNode;
    this.routingId = lastNode;
    this.parent = parent;
    this.#address = { url, isGone: false };
  }

  get url(): string {
    return this.#address.url;
  }

  get origin(): string {
    const url = URL.parse(this.#address.url);
    return url === null ? 'null' : `${url.protocol}//${url.host}`;
  }

  get top(): WebFrameMain | null {
    return this.parent === null ? this : this.parent.top;
  }

  get detached(): boolean {
    return this.#address.isGone;
  }

  isDestroyed(): boolean {
    return this.#address.isGone;
  }

  /** The double's own: where the frame is now, as Chromium says it. */
  moveTo(chromiumUrl: string): void {
    this.#address.url = fromChromium(chromiumUrl);
  }

  /** The double's own. */
  markGone(): void {
    this.#address.isGone = true;
  }
}
