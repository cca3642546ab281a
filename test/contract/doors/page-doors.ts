// The doors with a page: the window's bridge, on the double of Electron, and the browser's own requests.
import { join } from 'node:path';
import { launchDesktop } from '../../desktop/app.ts';
import { builtProgram } from '../../desktop/build.ts';
import { openBrowser } from '../../e2e/browser.ts';
import { serveLedger } from '../../e2e/program.ts';
import { contentOf } from './envelopes.ts';
import type { DoorAnswer, DoorUnderTest } from './door-under-test.ts';

/** What a page in the window gets by the bridge. */
export async function openWindowDoor(ledger: string): Promise<DoorUnderTest> {
  const desktop = await launchDesktop({ build: await builtProgram(), args: [ledger] });
  await desktop.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return {
    name: 'window',
    call: (call) => desktop.page.evaluate<DoorAnswer>(`window.countinghouse.call(${JSON.stringify(call)}).outcome`),
    close: () => desktop.stop(),
  };
}

/** What a page in a browser gets by its own requests. */
export async function openBrowserDoor(ledger: string, folder: string): Promise<DoorUnderTest> {
  await builtProgram();
  const program = await serveLedger(ledger, join(folder, 'browser-home'));
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(program.link);
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return {
    name: 'browser',
    call: async ({ path, type, input }) => {
      const json = input === undefined ? '' : JSON.stringify(input);
      const isCommand = type === 'mutation';
      const search = isCommand || json === '' ? '' : `?input=${encodeURIComponent(json)}`;
      const sent = isCommand ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: json } : {};
      const url = `/trpc/${encodeURIComponent(path)}${search}`;
      const asked = `fetch(${JSON.stringify(url)}, ${JSON.stringify(sent)}).then((response) => response.text())`;
      return contentOf(await page.evaluate<string>(asked));
    },
    close: async () => {
      await browser.close();
      await program.stop();
    },
  };
}
