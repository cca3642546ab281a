// The main process's end of messages between pages and the program, with Electron's words for what goes wrong.
import { EventEmitter } from 'node:events';
import { NotDoubled, only } from './absent.ts';
import { cloneCodec } from './clone.ts';
import type { WebFrameMain } from './frames.ts';
import { problem } from './seat.ts';
import type { WebContents } from './web-contents.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

const codec = cloneCodec();
const handlers = new Map<string, Handler>();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function') {
      throw new Error(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      handlers.delete(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = only('ipcMain', new IpcMain());

/** Who sent a message, as the program is told it; `frame` is null once the frame is gone. */
export interface Sender {
  readonly contents: WebContents;
  readonly frame: WebFrameMain | null;
}

/** Answers an invocation: the encoded result, or the error's text as Electron sends it. */
export async function invoked(
  sender: Sender,
  channel: string,
  text: string,
): Promise<{ result: string } | { error: string }> {
  const handler = handlers.get(channel);
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const args = codec.decode(text) as unknown[];
    return { result: codec.encode(await handler(eventOf(sender), ...args)) };
  } catch (error) {
    if (error instanceof NotDoubled) problem(error.message);
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { error: String(error) };
  }
}

/** Gives a message to its listeners. What one of them throws is an uncaught exception of the main process. */
export function sent(sender: Sender, channel: string, text: string): void {
  ipcMain.emit(channel, eventOf(sender), ...(codec.decode(text) as unknown[]));
}

/** As `sent`, for a page that waits: what a listener puts on the event is the answer. */
export function sentSync(sender: Sender, channel: string, text: string): string {
  const event = { ...eventOf(sender), returnValue: undefined };
  if (!ipcMain.emit(channel, event, ...(codec.decode(text) as unknown[]))) {
    problem(`sendSync on '${channel}', which nobody listens to, would hang the page`);
  }
  return codec.encode(event.returnValue);
}

export function encoded(args: readonly unknown[]): string {
  return codec.encode(args);
}

function eventOf({ contents, frame }: Sender): object {
  return only('IpcMainEvent', {
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    processId: 1,
    frameId: frame?.routingId ?? -1,
    frameTreeNodeId: frame?.frameTreeNodeId ?? -1,
    ports: [],
    defaultPrevented: false,
    returnValue: undefined,
    reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
  });
}
