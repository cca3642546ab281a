// The Chromium that a doubled program shows its windows in: one per program, with the profile of its user folder.
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserPath } from '../e2e/browser.ts';

const ENDPOINT_WAIT_MS = 10_000;
const PAGE_WAIT_MS = 60_000;
const ANSWER_WAIT_MS = 2_000;

export interface Shown {
  readonly context: BrowserContext;
  /** Where the double speaks to it. */
  readonly endpoint: string;
  pageOf(targetId: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts it. Playwright's end of it shows the pages to the test and ends it with the test, whatever happens. */
export async function showChromium(profile: string): Promise<Shown> {
  await mkdir(profile, { recursive: true });
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    viewport: null,
    colorScheme: null,
    args: [
      '--remote-debugging-port=0',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  });
  const known = new Map<Page, string>();
  const [port, path] = (await written(join(profile, 'DevToolsActivePort'))).trim().split('\n');
  return {
    context,
    endpoint: `ws://127.0.0.1:${port}${path}`,
    pageOf: (targetId) => pageOf(context, targetId, known),
    close: () => context.close(),
  };
}

/** The page of a target; Playwright hears of it at its own pace. */
async function pageOf(context: BrowserContext, targetId: string, known: Map<Page, string>): Promise<Page> {
  const deadline = performance.now() + PAGE_WAIT_MS;
  while (performance.now() < deadline) {
    for (const page of context.pages()) {
      // A page that has crashed answers nothing any more, so each is asked once.
      const id = known.get(page) ?? (await targetIdOf(context, page));
      if (id !== null) known.set(page, id);
      if (id === targetId) return page;
    }
    await pause();
  }
  throw new Error(`Playwright does not see the page ${targetId}`);
}

/** Null for a page that does not answer in time: one that is about to close, or was attached to a moment ago. */
async function targetIdOf(context: BrowserContext, page: Page): Promise<string | null> {
  return await Promise.race([askedTargetId(context, page), sleep(ANSWER_WAIT_MS, null)]);
}

async function askedTargetId(context: BrowserContext, page: Page): Promise<string | null> {
  try {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    return targetInfo.targetId;
  } catch {
    return null;
  }
}

async function written(path: string): Promise<string> {
  const deadline = performance.now() + ENDPOINT_WAIT_MS;
  while (performance.now() < deadline) {
    try {
      const text = readFileSync(path, 'utf8');
      if (text.includes('\n')) return text;
    } catch {
      // Not yet there.
    }
    await pause();
  }
  throw new Error('Chromium did not say where it listens');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
