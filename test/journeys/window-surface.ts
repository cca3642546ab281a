// The window as a surface, on the double of Electron and in Electron itself.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchDesktop } from '../desktop/app.ts';
import { builtProgram } from '../desktop/build.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { launchRealElectron } from '../desktop/real-electron.ts';
import { listenTo, type Surface } from './surface.ts';

const ORIGIN = 'app://countinghouse';
const SAVED_LIMIT_MS = 60_000;

/** Opens the program in its window with the user folder, which is `countinghouse` inside of a home. */
export async function openDoubledSurface(home: string): Promise<Surface> {
  const desktop = await launchDesktop({ build: await builtProgram(), home: dirname(home) });
  return surfaceOf('window on the double', desktop, home, true);
}

/** The same in Electron itself; to be called only where its binary is. */
export async function openElectronSurface(home: string): Promise<Surface> {
  const desktop = await launchRealElectron({ build: await builtProgram(), home: dirname(home) });
  return surfaceOf('Electron', desktop, home, false);
}

function surfaceOf(name: string, desktop: Desktop, home: string, canDrop: boolean): Surface {
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-saved-'));
  let [page, heard]: [Page, string[]] = [desktop.page, listenTo(desktop.page)];
  let seen = 0;
  const present = (): Page => {
    if (page !== desktop.page) [page, heard, seen] = [desktop.page, listenTo(desktop.page), 0];
    return page;
  };
  return {
    name,
    isWindow: true,
    get page() {
      return present();
    },
    origin: ORIGIN,
    home,
    desktop,
    canDrop,
    go: async (path) => {
      const asked = new URL(path, ORIGIN);
      await desktop.openUrl(`countinghouse://open${path}`);
      await present().waitForURL((url) => isSamePlace(url, asked));
    },
    saved: async (act, fileName) => {
      const filePath = join(folder, fileName);
      await desktop.dialogs.script({ method: 'showSaveDialog', answer: { filePath } });
      await act();
      await expect.poll(() => existsSync(filePath), { timeout: SAVED_LIMIT_MS }).toBe(true);
      expect(await desktop.dialogs.left(), 'dialogs that were not shown').toBe(0);
      return filePath;
    },
    chosen: async (act, paths) => {
      await desktop.dialogs.script({ method: 'showOpenDialog', answer: { filePaths: [...paths] } });
      await act();
      await expect.poll(() => desktop.dialogs.left()).toBe(0);
    },
    drop: (paths) => desktop.drop(paths),
    secondPage: async () => null,
    complaints: () => {
      present();
      const news = heard.slice(seen);
      seen = heard.length;
      return news;
    },
    strangers: () => desktop.deeds.filter(({ event }) => event === 'stranger').map((deed) => JSON.stringify(deed)),
    close: async () => {
      try {
        expect(await desktop.quit()).toBe(0);
      } finally {
        await desktop.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Whether both lead to the same screen with the same choices, in whatever order. */
function isSamePlace(one: URL, other: URL): boolean {
  const searchOf = (url: URL): string => {
    const search = new URLSearchParams(url.search);
    search.sort();
    return search.toString();
  };
  return one.pathname === other.pathname && searchOf(one) === searchOf(other);
}
