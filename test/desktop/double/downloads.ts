// Downloads of pages: shown to the program first, then put where it or a scripted dialog says.
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KnownEvents, preventable } from './absent.ts';
import { fromChromium } from './addresses.ts';
import type { Chromium } from './cdp.ts';
import { dialog } from './dialog.ts';
import { allWindows } from './open-contents.ts';
import { theSession } from './session.ts';

interface Begun {
  readonly guid: string;
  readonly url: string;
  readonly suggestedFilename: string;
}

class DownloadItem extends KnownEvents {
  readonly #begun: Begun;
  #savePath = '';
  #dialogOptions: object = {};

  constructor(begun: Begun) {
    super('DownloadItem', ['done', 'updated']);
    this.#begun = begun;
  }

  getFilename(): string {
    return this.#begun.suggestedFilename;
  }
  getURL(): string {
    return fromChromium(this.#begun.url);
  }
  getSavePath(): string {
    return this.#savePath;
  }
  setSavePath(path: string): void {
    this.#savePath = path;
  }
  getSaveDialogOptions(): object {
    return this.#dialogOptions;
  }
  setSaveDialogOptions(options: object): void {
    this.#dialogOptions = options;
  }
}

/** Watches all downloads of the browser from now on. To be called once. */
export async function watchDownloads(chromium: Chromium): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'electron-double-downloads-'));
  const saving = new Map<string, Promise<() => void>>();
  chromium.on('Browser.downloadWillBegin', (params) => {
    const begun = params as unknown as Begun;
    const item = new DownloadItem(begun);
    const event = preventable({});
    theSession.emit('will-download', event, item, allWindows()[0]?.webContents);
    if (event.defaultPrevented) void chromium.send('Browser.cancelDownload', { guid: begun.guid });
    else saving.set(begun.guid, placed(item, join(folder, begun.guid)));
  });
  chromium.on('Browser.downloadProgress', ({ guid, state }) => {
    if (state === 'completed') void saving.get(String(guid))?.then((save) => save());
  });
  await chromium.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
}

/** Asks where to put it, unless the program has said so; returns what puts it there. */
async function placed(item: DownloadItem, from: string): Promise<() => void> {
  if (item.getSavePath() === '') {
    const chosen = (await dialog.showSaveDialog(item.getSaveDialogOptions())) as {
      canceled: boolean;
      filePath: string;
    };
    if (chosen.canceled) return () => void item.emit('done', {}, 'cancelled');
    item.setSavePath(chosen.filePath);
  }
  return () => {
    copyFileSync(from, item.getSavePath());
    item.emit('done', {}, 'completed');
  };
}
