// The built screens under a scheme of their own, so that a window has an origin and needs no server.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const SCHEME = 'countinghouse';
export const FIRST_PAGE = `${SCHEME}://screens/`;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.json': 'application/json',
};

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function isOwnPage(url: string): boolean {
  return url.startsWith(FIRST_PAGE);
}

/** To be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the folder's files; what is no file is a place inside the one page. */
export function servePages(folder: string): void {
  protocol.handle(SCHEME, async (request) => {
    const { pathname } = new URL(request.url);
    const path = normalize(join(folder, decodeURIComponent(pathname)));
    const isInside = path.startsWith(folder + sep);
    const isFile = isInside && extname(path) !== '';
    const body = await readFile(isFile ? path : join(folder, 'index.html')).catch(() => null);
    if (body === null) return new Response('', { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        'Content-Type': CONTENT_TYPES[isFile ? extname(path) : '.html'] ?? 'application/octet-stream',
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
