// What surrounds the screens: the desktop window with its dialogs and menu, or a browser with its own.
import type { ExportRequest, FilePurpose, HandedFile } from '../core/outputs.ts';
import { browserShell } from './browser-shell.ts';
import type { ShellCommand } from './shell-command.ts';
import { windowShell } from './window-shell.ts';

export interface Shell {
  /** True in the desktop window. */
  readonly isWindow: boolean;
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** Asks a person for files; none when they thought better of it. Raises what the door refuses. */
  chooseFiles(purpose: FilePurpose): Promise<readonly HandedFile[]>;
  /** Hands in files that were dropped or chosen in the page. */
  handIn(files: readonly File[]): Promise<readonly HandedFile[]>;
  /** Writes a report to a file: by a native dialog and as a job in the window, as a download in a browser. */
  exportReport(request: ExportRequest): Promise<void>;
  /** Listens to the menu, links of the system and files opened with the program; the answer ends it. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
}

export const shell: Shell = window.countinghouse === undefined ? browserShell() : windowShell(window.countinghouse);
