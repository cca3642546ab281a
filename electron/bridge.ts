// The one narrow bridge between a window and the program: what crosses it, and on which channels.
import type { HandedFile } from '../src/router/index.ts';

/** Channels of the bridge; a window can send on no other. */
export const CHANNELS = {
  /** Window → main, answered: a procedure call. */
  call: 'core:call',
  /** Window → main: a running call is not waited for any more. */
  cancel: 'core:cancel',
  /** Main → window: an item of a subscription. */
  item: 'core:item',
  /** Window → main, answered: the path of a dropped file. */
  handIn: 'desk:hand-in',
  /** Main → window: a command of the menu, of a link or of another start. */
  command: 'shell:command',
  /** Window → main: the page takes commands from now on. */
  listening: 'shell:listening',
} as const;

/** Bytes of one call's input as JSON: as much as the browser door takes. */
export const INPUT_LIMIT_BYTES = 1024 * 1024;
/** Calls of one window that may run at once, subscriptions among them. */
export const CALLS_LIMIT = 200;

/** A procedure call; `id` is the page's own and names the call when it is canceled or yields an item. */
export interface BridgeCall {
  readonly id: number;
  readonly path: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly input?: unknown;
}

/** As `Outcome` of the core: JSON of the result, or of the error's shape. */
export interface BridgeOutcome {
  readonly isOk: boolean;
  readonly json: string;
}

/** What became of a file that was handed in; a refusal is a sentence for the person who dropped it. */
export type HandInOutcome =
  | { readonly isOk: true; readonly file: HandedFile }
  | { readonly isOk: false; readonly what: string };

/** The commands that need nothing but a screen. */
export const SCREEN_COMMANDS = [
  'new-ledger',
  'open-ledger',
  'close-ledger',
  'import',
  'import-rates',
  'export',
  'back-up',
  'palette',
  'keys',
  'settings',
  'back',
  'forward',
  'welcome',
] as const;
export type ScreenCommand = (typeof SCREEN_COMMANDS)[number];

/** What the program around the page asks of its screens. */
export type ShellCommand =
  | { readonly command: 'go'; readonly path: string }
  | { readonly command: 'open'; readonly file: HandedFile }
  | { readonly command: 'say'; readonly what: string; readonly fix: string | null }
  | { readonly command: ScreenCommand };

export type Platform = 'darwin' | 'win32' | 'linux';

/** What the preload script puts on `window.countinghouse`. */
export interface Bridge {
  /** Runs a procedure; `onItem` is told each item of a subscription as JSON. */
  call(
    call: Omit<BridgeCall, 'id'>,
    onItem?: (json: string) => void,
  ): { readonly outcome: Promise<BridgeOutcome>; cancel(): void };
  /** Hands in a file that was dropped on the page. Rejects with a sentence when it cannot be read. */
  handIn(file: File): Promise<HandedFile>;
  /** Tells the listener every command, those first that waited for it; returns what ends that. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
  readonly platform: Platform;
}
