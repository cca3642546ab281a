// The window: sandboxed, and shut against everything but our own pages.
import { join } from 'node:path';
import { BrowserWindow, type Session, session, type WebContents } from 'electron';
import { FIRST_PAGE, isOwnPage } from './own-pages.ts';

export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 900,
    minWidth: 960,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(FIRST_PAGE);
  return window;
}

/** Denies every permission, and every request that is not for our own pages. To be called once, before a window. */
export function shutSession(own: Session = session.defaultSession): void {
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest((details, decide) => {
    const isAllowed =
      isOwnPage(details.url) || details.url.startsWith('devtools://') || details.url.startsWith('data:');
    decide({ cancel: !isAllowed });
  });
}

/** Denies new windows, web views and leaving our own pages. To be called for all contents there ever are. */
export function shutContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', staying);
  contents.on('will-redirect', staying);
  contents.on('will-attach-webview', (attaching) => attaching.preventDefault());
}

function staying(navigation: { readonly url: string; preventDefault(): void }): void {
  if (!isOwnPage(navigation.url)) navigation.preventDefault();
}
