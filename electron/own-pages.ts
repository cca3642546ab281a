// The built screens under a scheme of their own, so that a window has an origin and needs no server.
import { protocol } from 'electron';
import { SCHEME } from './own-addresses.ts';
import { answerPage } from './page-files.ts';

/** To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the folder's files to our own pages. To be called once the app is ready. */
export function servePages(folder: string): void {
  protocol.handle(SCHEME, (request) => answerPage(folder, request));
}
