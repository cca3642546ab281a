// Commands on their way to the screens: told at once while a page listens, and kept for it until it does.
import type { BrowserWindow, WebContents } from 'electron';
import { CHANNELS, type ShellCommand } from './bridge.ts';

/** More than a person gives while a page loads; the oldest are dropped. */
const WAITING_LIMIT = 20;

export interface Commands {
  send(command: ShellCommand): void;
  /** The page takes commands from now on, until it is gone. */
  onListening(contents: WebContents): void;
  /** To be called for each window before its page is loaded. */
  follow(window: BrowserWindow): void;
}

export function commandsToScreens(): Commands {
  let listening: WebContents | null = null;
  let waiting: ShellCommand[] = [];
  const stop = (contents: WebContents): void => {
    if (listening === contents) listening = null;
  };
  return {
    send: (command) => {
      if (listening === null) waiting = [...waiting, command].slice(-WAITING_LIMIT);
      else listening.send(CHANNELS.command, command);
    },
    onListening: (contents) => {
      listening = contents;
      const kept = waiting;
      waiting = [];
      for (const command of kept) contents.send(CHANNELS.command, command);
    },
    follow: ({ webContents: contents }) => {
      contents.on('did-navigate', () => stop(contents));
      contents.on('render-process-gone', () => stop(contents));
      contents.once('destroyed', () => stop(contents));
    },
  };
}
