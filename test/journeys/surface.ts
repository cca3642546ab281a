// A door as a journey meets it: the same screens in a browser, in the window on the double, and in Electron itself.
import type { Page } from 'playwright-core';
import type { Desktop } from '../desktop/desktop.ts';

export interface Surface {
  readonly name: string;
  readonly isWindow: boolean;
  /** The page as it is now; after a crash it is another one. */
  readonly page: Page;
  /** What the addresses of the screens begin with. */
  readonly origin: string;
  /** The program's user folder. */
  readonly home: string;
  /** The window, where the surface is one. */
  readonly desktop: Desktop | null;
  /** Whether files can be dropped here: Playwright cannot in Electron itself. */
  readonly canDrop: boolean;
  /** Goes to a screen, as a typed address or a link of the system does. */
  go(path: string): Promise<void>;
  /** Does what makes a file be saved, and returns where it lies once it is whole. */
  saved(act: () => Promise<void>, name: string): Promise<string>;
  /** Does what asks for files, and chooses these. */
  chosen(act: () => Promise<void>, paths: readonly string[]): Promise<void>;
  /** Drops files on the page. */
  drop(paths: readonly string[]): Promise<void>;
  /** A second page of the same program, where there can be one. */
  secondPage(): Promise<Page | null>;
  /** What the page complained about since the last reading. */
  complaints(): readonly string[];
  /** What was asked of strangers. */
  strangers(): readonly string[];
  /** Ends the program; fails when it does not end well. */
  close(): Promise<void>;
}

/** How Chromium puts on its console that a call was refused; what is refused is told on the screen. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Errors on the console of a page, uncaught ones among them, as they come; refusals are none. */
export function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}
