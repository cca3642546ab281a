// What a test can do with the program in its window, whatever runs it: the double, or Electron itself.
import type { Page } from 'playwright-core';

export interface DialogScript {
  readonly method:
    | 'showOpenDialog'
    | 'showSaveDialog'
    | 'showMessageBox'
    | 'showErrorBox'
    | 'showOpenDialogSync'
    | 'showSaveDialogSync'
    | 'showMessageBoxSync';
  /** As Electron's result; what is left out is as when the person chose. */
  readonly answer: unknown;
}

/** A dialog that was shown, with what it was asked to show. */
export interface ShownDialog {
  readonly method: string;
  readonly options: unknown;
}

export interface MenuOutline {
  readonly label: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly isEnabled: boolean;
  readonly isChecked: boolean;
  readonly items: readonly MenuOutline[];
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds: Bounds;
  readonly normalBounds: Bounds;
  readonly isMaximized: boolean;
  readonly isMinimized: boolean;
  readonly isFullScreen: boolean;
  readonly isVisible: boolean;
  readonly isFocused: boolean;
  readonly zoomLevel: number;
  readonly url: string;
  readonly title: string;
}

/** What the program was told to be: of a window, the options that its safety rests on. */
export interface Isolation {
  readonly sandbox: boolean;
  readonly contextIsolation: boolean;
  readonly nodeIntegration: boolean;
}

/** Something that the program did with the world around it, by name: notification, recent, stranger, external, … */
export interface Deed {
  readonly event: string;
  readonly [field: string]: unknown;
}

export interface Forged {
  readonly channel: string;
  readonly arguments: readonly unknown[];
  /** From a frame inside the page, the page at another address, a frame that is gone, or the page as it is. */
  readonly from: 'subframe' | 'elsewhere' | 'gone' | 'page';
  readonly url?: string;
  /** Whether an answer is waited for, as `invoke` does. */
  readonly isInvoked?: boolean;
}

export interface Desktop {
  readonly kind: 'double' | 'electron';
  /** The page of the window as it is now; after a crash it is another one. */
  readonly page: Page;
  /** Clicks the item that the labels lead to. */
  menu(path: readonly string[]): Promise<void>;
  menuOutline(): Promise<readonly MenuOutline[]>;
  /** Presses keys as a person does, in Playwright's words: `Control+K`. */
  press(keys: string): Promise<void>;
  readonly dialogs: {
    /** Answers the next dialogs, in this order. One that nobody scripted is a problem. */
    script(...answers: readonly DialogScript[]): Promise<void>;
    readonly shown: readonly ShownDialog[];
    /** How many of the scripted ones have not been shown. */
    left(): Promise<number>;
  };
  /** Drops files on the middle of the page, or where the point is. */
  drop(paths: readonly string[], at?: { readonly x: number; readonly y: number }): Promise<void>;
  /** Starts the program once more, with the same user folder, and waits until that start has ended. */
  secondStart(
    args: readonly string[],
    folder?: string,
  ): Promise<{ readonly exitCode: number; readonly stderr: string }>;
  /** A link or a file that the system hands over, as macOS does. */
  openUrl(url: string): Promise<void>;
  openFile(path: string): Promise<void>;
  /** Ends the page's process, and waits for the page that comes after. */
  crashRenderer(): Promise<void>;
  /** Ends worker threads of the program: all, or the one of that number. Returns how many ended. */
  crashCore(index?: number): Promise<number>;
  readonly notifications: readonly { readonly title: string; readonly body: string }[];
  clickNotification(index: number): Promise<void>;
  readonly deeds: readonly Deed[];
  /** The deeds of that name, once there are so many; fails when there are not in time. */
  deedsOf(event: string, count?: number): Promise<readonly Deed[]>;
  /** Everything that must not have happened; reading them is expecting them. */
  problems(): readonly string[];
  window(method: 'maximize' | 'unmaximize' | 'minimize' | 'restore' | 'close' | 'focus' | 'blur'): Promise<void>;
  place(bounds: Partial<Bounds>): Promise<void>;
  windowState(): Promise<WindowState>;
  windowCount(): Promise<number>;
  readonly isolation: readonly Isolation[];
  /** Evaluates in the preload script's world, with `require`, `process`, `ipcRenderer` and `contextBridge` in scope. */
  inPreload(expression: string): Promise<unknown>;
  /** Sends a message as a page's process would that an attacker has taken over; an error is in the answer. */
  sendAsForeignFrame(message: Forged): Promise<{ readonly result?: string; readonly error?: string } | null>;
  readonly output: string;
  /** Null while it runs. */
  readonly exitCode: number | null;
  /** Resolves with the exit code. */
  exited(): Promise<number>;
  /** Asks the program to quit and waits until it has; fails on problems that nobody read. */
  quit(): Promise<number>;
  /** Ends it at once, whatever it does. For the end of a test. */
  stop(): Promise<void>;
}
