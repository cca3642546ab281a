// Notifications of the system: kept for the test to read, and to click.
import { KnownEvents, only, requireKnown } from './absent.ts';
import { onCommand, tell } from './seat.ts';

interface Options {
  readonly title?: string;
  readonly body?: string;
}

const OPTIONS: ReadonlySet<string> = new Set([
  'title',
  'body',
  'subtitle',
  'silent',
  'icon',
  'urgency',
  'timeoutType',
  'id',
]);
const shown: Shown[] = [];

class Shown extends KnownEvents {
  readonly title: string;
  readonly body: string;

  constructor(options: Options = {}) {
    super('Notification', ['show', 'click', 'close', 'failed']);
    requireKnown('Notification option', options, OPTIONS);
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    shown.push(this);
    tell('notification', { title: this.title, body: this.body });
    setImmediate(() => this.emit('show', {}));
  }

  close(): void {
    this.emit('close', {});
  }
}

export const Notification = only('Notification', Shown);

onCommand('clickNotification', ({ index }: { index: number }) => {
  const notification = shown[index];
  if (notification === undefined) throw new Error(`there is no notification ${index}`);
  notification.emit('click', {});
});
