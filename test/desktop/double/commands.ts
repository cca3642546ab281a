// What a test may do from outside that is no call of the program: as a person at the window, as the system around it,
// or as an attacker in its page.
import { subscribe } from 'node:diagnostics_channel';
import { isAbsolute } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { only } from './absent.ts';
import { WebFrameMain } from './frames.ts';
import { toChromium } from './addresses.ts';
import { invoked, encoded, sent } from './ipc-main.ts';
import { allContents, allWindows, focusedWindow } from './open-contents.ts';
import { onCommand } from './seat.ts';
import type { WebContents } from './web-contents.ts';
import type { Bounds } from './window-options.ts';
import type { BrowserWindow } from './browser-window.ts';

export const webContents = only('webContents', {
  getAllWebContents: () => [...allContents()],
  getFocusedWebContents: () => focusedWindow()?.webContents ?? null,
  fromId: (id: number) => allContents().find((contents) => contents.id === id),
});

const workers = new Set<Worker>();
subscribe('worker_threads', (message) => {
  const { worker } = message as { readonly worker: Worker };
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
});

function window(): BrowserWindow {
  const found = focusedWindow() ?? allWindows()[0];
  if (found === undefined) throw new Error('there is no window');
  return found;
}

onCommand('place', ({ bounds }: { bounds: Partial<Bounds> }) => window().setBounds(bounds));
onCommand('window', ({ method }: { method: string }) => {
  const found = window();
  const act: Readonly<Record<string, () => void>> = {
    maximize: () => found.maximize(),
    unmaximize: () => found.unmaximize(),
    minimize: () => found.minimize(),
    restore: () => found.restore(),
    close: () => found.close(),
    focus: () => found.focus(),
    blur: () => found.blur(),
  };
  const chosen = act[method];
  if (chosen === undefined) throw new Error(`the double does not ${method} windows`);
  chosen();
});
onCommand('windowState', () => {
  const found = window();
  return {
    bounds: found.getBounds(),
    normalBounds: found.getNormalBounds(),
    isMaximized: found.isMaximized(),
    isMinimized: found.isMinimized(),
    isFullScreen: found.isFullScreen(),
    isVisible: found.isVisible(),
    isFocused: found.isFocused(),
    zoomLevel: found.webContents.zoomLevel,
    url: found.webContents.getURL(),
    title: found.getTitle(),
  };
});
onCommand('windowCount', () => allWindows().length);
onCommand('inPreload', ({ expression }: { expression: string }) => window().webContents.inPreload(expression));
onCommand('crashRenderer', () => window().webContents.crashPage());
onCommand('hang', ({ isHung }: { isHung: boolean }) =>
  window().webContents.emit(isHung ? 'unresponsive' : 'responsive'),
);

onCommand('threads', () => workers.size);
onCommand('crashCore', async ({ index }: { index: number | null }) => {
  const ended = [...workers].filter((_worker, at) => index === null || at === index);
  if (ended.length === 0) throw new Error('no worker thread runs');
  await Promise.all(ended.map((worker) => worker.terminate()));
  return ended.length;
});

interface Forged {
  readonly channel: string;
  readonly arguments: readonly unknown[];
  readonly from: 'subframe' | 'elsewhere' | 'gone' | 'page';
  readonly url: string;
  readonly isInvoked: boolean;
}

/** A message as a renderer process would send it that an attacker has taken over. */
onCommand('forge', async ({ channel, arguments: args, from, url, isInvoked }: Forged) => {
  const { webContents: contents } = window();
  const frame = frameFor(contents, from, url);
  const before = contents.mainFrame.url;
  if (from === 'elsewhere') contents.mainFrame.moveTo(url);
  try {
    const sender = { contents, frame };
    if (isInvoked) return await invoked(sender, channel, encoded(args));
    sent(sender, channel, encoded(args));
    return null;
  } finally {
    if (from === 'elsewhere') contents.mainFrame.moveTo(toChromium(before));
  }
});

function frameFor(contents: WebContents, from: Forged['from'], url: string): WebFrameMain | null {
  if (from === 'gone') return null;
  return from === 'subframe' ? new WebFrameMain(contents.mainFrame, url) : contents.mainFrame;
}

onCommand('drop', async ({ paths, x, y }: { paths: readonly string[]; x: number; y: number }) => {
  const relative = paths.find((path) => !isAbsolute(path));
  if (relative !== undefined) throw new Error(`a dropped path is absolute, and ${relative} is not`);
  const page = await window().webContents.page();
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await page.send('Input.dispatchDragEvent', { type, x, y, data });
});
