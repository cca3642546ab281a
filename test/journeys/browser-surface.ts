// The browser door as `npm start` opens it, in a real browser.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openBrowser } from '../e2e/browser.ts';
import { startProgram } from '../e2e/program.ts';
import { openScreen } from '../e2e/screen.ts';
import { listenTo, type Surface } from './surface.ts';

/** Starts the program with the user folder and opens its page. */
export async function openBrowserSurface(home: string): Promise<Surface> {
  const [program, browser] = await Promise.all([startProgram(home), openBrowser()]);
  const origin = new URL(program.link).origin;
  const { page, context, strangers } = await openScreen(browser, origin);
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-saved-'));
  const complaints = listenTo(page);
  let seen = 0;
  await page.goto(program.link);
  return {
    name: 'browser',
    isWindow: false,
    page,
    origin,
    home,
    desktop: null,
    canDrop: true,
    go: async (path) => {
      await page.goto(origin + path);
    },
    saved: async (act, name) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()]);
      const path = join(folder, name);
      await download.saveAs(path);
      return path;
    },
    chosen: async (act, paths) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
      await chooser.setFiles([...paths]);
    },
    drop: async (paths) => {
      const files = paths.map((path) => ({ name: basename(path), content: readFileSync(path).toString('base64') }));
      await page.evaluate(`(() => {
        const dataTransfer = new DataTransfer();
        for (const { name, content } of ${JSON.stringify(files)})
          dataTransfer.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], name));
        for (const kind of ['dragenter', 'dragover', 'drop'])
          document.querySelector('main').dispatchEvent(
            new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      })()`);
    },
    secondPage: async () => {
      const second = await context.newPage();
      await second.goto(origin);
      return second;
    },
    complaints: () => {
      const news = complaints.slice(seen);
      seen = complaints.length;
      return news;
    },
    strangers: () => strangers,
    close: async () => {
      await browser.close();
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
