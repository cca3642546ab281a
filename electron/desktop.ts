// The desktop door: what must stand before the app is ready, and that there is one instance.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { userFolder } from '../src/app/user-folder.ts';
import { APP_ID } from './app-id.ts';
import { failAtStart } from './failures.ts';
import { LINK_SCHEME } from './links.ts';
import { type Opening, openingsOf, openingsTold, ownArguments, type StartData } from './openings.ts';
import { registerScheme } from './own-pages.ts';
import { openShell, type Shell } from './shell.ts';

registerScheme();
app.enableSandbox();

if (process.platform === 'win32' && app.isPackaged) app.setAppUserModelId(APP_ID);

try {
  startOnce();
} catch (error) {
  failAtStart(error);
}

/** Begins, or hands what it was given to open to the instance that runs. */
function startOnce(): void {
  // What the window keeps lies with the person's other files of this program; it also says who the one instance is.
  const windowFolder = join(userFolder(), 'window');
  mkdirSync(windowFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', windowFolder);

  const start: StartData = { folder: process.cwd(), arguments: ownArguments(process.argv, app.isPackaged) };
  if (app.requestSingleInstanceLock(start)) begin(openingsOf(start));
  else app.quit();
}

/** Nothing here waits: the app is ready only after this file has run to its end. */
function begin(openings: Opening[]): void {
  let shell: Shell | null = null;
  const open = (opening: Opening): void => {
    if (shell === null) openings.push(opening);
    else shell.open(opening);
  };
  app.on('second-instance', (_event, _arguments, _folder, data) => {
    shell?.raise();
    for (const opening of openingsTold(data)) open(opening);
  });
  // On macOS files and links come as events, the first of them before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open({ kind: 'file', path });
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open({ kind: 'link', link });
  });
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  app
    .whenReady()
    .then(() => openShell(openings.some(({ kind }) => kind === 'file')))
    .then((opened) => {
      shell = opened;
      for (const opening of openings) open(opening);
    })
    .catch(failAtStart);
}
