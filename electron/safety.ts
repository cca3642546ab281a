// What the window's pages are denied, whatever they hold: other places, other windows, permissions, the network.
import { app, type Session, type WebContents } from 'electron';
import { isOwnBlob, isOwnPage } from './own-addresses.ts';

/** Told of each denial that no page of ours causes by itself; `what` says what was denied, without its content. */
export type OnDenied = (kind: string, what: string) => void;

/** The one thing a page may do beyond drawing: put text on the clipboard, which a key press allows in any page. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write';

/** Denies new windows, web views and other places to all contents there ever are. To be called before a window opens. */
export function shutContents(onDenied: OnDenied): void {
  app.on('web-contents-created', (_event, contents) => shutOne(contents, onDenied));
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
}

function shutOne(contents: WebContents, onDenied: OnDenied): void {
  const stay = (navigation: { readonly url: string; preventDefault(): void }): void => {
    if (isOwnPage(navigation.url)) return;
    navigation.preventDefault();
    onDenied('navigation', 'A page was kept from going elsewhere');
  };
  contents.setWindowOpenHandler(() => {
    onDenied('new-window', 'A page was kept from opening another window');
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (attaching) => {
    attaching.preventDefault();
    onDenied('web-view', 'A page was kept from embedding another');
  });
}

/** Denies permissions, devices and the network. To be called once, before a window opens. */
export function shutSession(own: Session, onDenied: OnDenied): void {
  own.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl, isMainFrame }) => {
    const isAllowed = permission === ALLOWED_PERMISSION && isMainFrame && isOwnPage(requestingUrl);
    if (!isAllowed) onDenied('permission', `A page was refused the permission ${permission}`);
    decide(isAllowed);
  });
  own.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === ALLOWED_PERMISSION && isOwnPage(`${origin.replace(/\/$/, '')}/`),
  );
  own.setDevicePermissionHandler(() => false);
  // Its dictionaries would be fetched from elsewhere, past the handler of requests.
  own.setSpellCheckerEnabled(false);
  // No server is ever spoken to; one that was would not be believed.
  own.setCertificateVerifyProc((_request, verify) => verify(-2));
  own.webRequest.onBeforeRequest(({ url }, decide) => {
    const isAllowed = isOwnPage(url) || isOwnBlob(url) || /^(?:data|devtools):/.test(url);
    if (!isAllowed) onDenied('request', 'A request to elsewhere was stopped');
    decide({ cancel: !isAllowed });
  });
}
