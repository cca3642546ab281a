// The main process's end of the bridge: checks who calls and what, and hands it to the core.
import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import type { Core } from '../src/hosts/worker/index.ts';
import { type BridgeOutcome, CHANNELS } from './bridge.ts';
import { isOwnPage } from './own-pages.ts';

const bridgeCall = z.object({
  id: z.int(),
  path: z.string().max(200),
  type: z.enum(['query', 'mutation', 'subscription']),
  input: z.unknown(),
});

/** Answers calls of our own pages. Whatever else sends on the channels is refused. */
export function answerBridge(core: Core): void {
  const running = new Map<string, AbortController>();

  ipcMain.handle(CHANNELS.call, async (event, message: unknown): Promise<BridgeOutcome> => {
    requireOwnPage(event);
    const { id, path, type, input } = bridgeCall.parse(message);
    const key = `${event.sender.id}:${id}`;
    const canceling = new AbortController();
    const onGone = (): void => canceling.abort();
    running.set(key, canceling);
    event.sender.once('destroyed', onGone);
    try {
      const { isOk, json } = await core.call(
        { path, type, input },
        {
          signal: canceling.signal,
          onItem: (item) => {
            if (!event.sender.isDestroyed()) event.sender.send(CHANNELS.item, id, item);
          },
        },
      );
      return { isOk, json };
    } finally {
      running.delete(key);
      if (!event.sender.isDestroyed()) event.sender.off('destroyed', onGone);
    }
  });

  ipcMain.on(CHANNELS.cancel, (event, id: unknown) => {
    requireOwnPage(event);
    running.get(`${event.sender.id}:${z.int().parse(id)}`)?.abort();
  });
}

function requireOwnPage(event: IpcMainInvokeEvent | IpcMainEvent): void {
  if (event.senderFrame === null || event.senderFrame !== event.sender.mainFrame || !isOwnPage(event.senderFrame.url)) {
    throw new Error('a foreign page called the core');
  }
}
