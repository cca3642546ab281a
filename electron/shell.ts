// The program around the screens, put together: desk, bridge, window, menu, notices, quitting.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, session } from 'electron';
import { openPreferences } from '../src/app/preferences.ts';
import { userFolder } from '../src/app/user-folder.ts';
import { createDesk, type DeskHost, type InitialLedger, type Problem, traceOf } from '../src/hosts/desk/index.ts';
import { CountinghouseError } from '../src/kernel/index.ts';
import type { ShellCommand } from './bridge.ts';
import { answerBridge } from './bridge-calls.ts';
import { type Commands, commandsToScreens } from './commands.ts';
import { nativeDialogs } from './dialogs.ts';
import { shutDownloads } from './downloads.ts';
import { endOnDefects } from './failures.ts';
import { firstLedger } from './first-ledger.ts';
import { followStatus } from './follow-status.ts';
import { noticesOfJobs } from './notices.ts';
import type { Opening } from './openings.ts';
import { commandFor } from './openings-shown.ts';
import { servePages } from './own-pages.ts';
import { copyProblemReport } from './problem-report.ts';
import { quitAfter } from './quitting.ts';
import { sayingOf } from './refusals-said.ts';
import { watchScreens } from './renderer-trouble.ts';
import { shutContents, shutSession } from './safety.ts';
import { type MainWindow, mainWindow } from './window.ts';

export interface Shell {
  /** Shows a file or a link that the program was given. */
  open(opening: Opening): void;
  /** Brings the window before the person, unless the program is closing. */
  raise(): void;
}

/**
 * Opens the window, and in it the ledger that was opened last unless a file is given. To be called once, when the app
 * is ready. Raises `unavailable` when the screens are missing.
 */
export function openShell(isFileGiven: boolean): Shell {
  const screens = screensFolder();
  const folder = userFolder();
  const commands = commandsToScreens();
  // Finding its key may take long: the system may ask the person for it, who is to see the window then.
  const initial = isFileGiven ? null : firstLedger(folder);
  const { desk, window } = openDesk(folder, initial, commands);
  // A last ledger that does not open keeps nobody from the others, whatever the reason.
  const say = (error: unknown): void => {
    if (!(error instanceof CountinghouseError)) desk.noteProblem({ kind: 'opening-failed', what: traceOf(error) });
    commands.send(sayingOf(error));
  };
  desk.ready.catch(say);
  shutAll((problem) => desk.noteProblem(problem));
  servePages(screens);
  answerBridge({ desk, isOwnWindow: window.owns, onListening: commands.onListening });

  const isClosing = quitAfter(() => desk.shut());
  const raise = (): void => {
    if (!isClosing()) window.raise();
  };
  const ask = (command: ShellCommand): void => {
    raise();
    commands.send(command);
  };
  const open = (opening: Opening): void => {
    void commandFor(opening, desk).then(ask);
  };
  followDesk(desk, { current: window.current, raise }, ask, open);
  followApp(raise);
  raise();
  return { open, raise };
}

/** The desk and the window, each of which the other needs: dialogs are the window's, problems the desk's. */
function openDesk(
  folder: string,
  initial: Promise<InitialLedger | null> | null,
  commands: Commands,
): { readonly desk: DeskHost; readonly window: MainWindow } {
  const preferences = openPreferences(folder);
  const { electron = '', chrome = '' } = process.versions;
  const desk = createDesk({
    door: 'desktop',
    version: app.getVersion(),
    userFolder: folder,
    dialogs: nativeDialogs(() => window.current()),
    initial,
    clock: () => Math.floor(Date.now() / 1000),
    documentsFolder: app.getPath('documents'),
    versions: { electron, chrome },
  });
  const window = mainWindow({
    readPlace: () => preferences.read().windowPlace,
    keepPlace: (windowPlace) => {
      preferences.change((kept) => ({ ...kept, windowPlace }));
    },
    onOpen: (opened) => {
      commands.follow(opened);
      watchScreens(opened, (problem) => desk.noteProblem(problem));
    },
  });
  return { desk, window };
}

function shutAll(note: (problem: Problem) => void): void {
  endOnDefects(note);
  const onDenied = (kind: string, what: string): void => note({ kind, what });
  shutContents(onDenied);
  shutSession(session.defaultSession, onDenied);
  shutDownloads(session.defaultSession, onDenied);
}

function followDesk(
  desk: DeskHost,
  window: Pick<MainWindow, 'current' | 'raise'>,
  ask: (command: ShellCommand) => void,
  open: (opening: Opening) => void,
): void {
  followStatus(desk, {
    ask: (command) => ask({ command }),
    go: (path) => ask({ command: 'go', path }),
    openRecent: (path) => open({ kind: 'file', path }),
    copyProblemReport: () => void copyProblemReport(desk).then(ask),
  });
  const notice = noticesOfJobs(() => window.raise());
  desk.onJobEnd((job) => {
    if (window.current()?.isFocused() !== true) notice(job);
  });
}

function followApp(raise: () => void): void {
  app.on('activate', raise);
  app.on('window-all-closed', () => {
    // On macOS a program outlives its window.
    if (process.platform !== 'darwin') app.quit();
  });
}

function screensFolder(): string {
  const folder = join(import.meta.dirname, '../renderer');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new CountinghouseError('unavailable', { what: 'The screens have not been built', fix: 'Run npm run build' });
}
