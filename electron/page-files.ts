// Answers to a page's requests for files: the built screens, and nothing outside their folder.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { HOST, SCHEME } from './own-addresses.ts';
import { PAGE_HEADERS } from './page-policy.ts';

const PAGE_FILE = 'index.html';
const PAGE_TYPE = 'text/html; charset=utf-8';

/** The files that the built screens consist of; no other is sent. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': PAGE_TYPE,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const ASSETS = '/assets/';
/** What no address of ours has once it is decoded: steps upwards, empty or hidden names, other separators. */
const CROOKED = /\/\.|\/\/|[\\\p{Cc}]/u;

/** The file that the address names; what names no file is a place inside the one page. */
export async function answerPage(folder: string, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const path = pathOf(request.url);
  if (path === null) return refusal(404);
  const fileType = CONTENT_TYPES[extname(path)];
  if (fileType === undefined && path.startsWith(ASSETS)) return refusal(404);
  const body = await readFile(join(folder, fileType === undefined ? PAGE_FILE : path)).catch(() => null);
  if (body === null) return refusal(404);
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
    headers: { ...PAGE_HEADERS, 'Content-Type': fileType ?? PAGE_TYPE, 'Cache-Control': cachingOf(path) },
  });
}

/** The decoded path of an address of ours, or null. */
function pathOf(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${SCHEME}:` || url.host !== HOST) return null;
  try {
    const path = decodeURIComponent(url.pathname);
    return CROOKED.test(path) ? null : path;
  } catch {
    return null;
  }
}

/** Built assets are named by their content; the page that names them is asked for each time. */
function cachingOf(path: string): string {
  return path.startsWith(ASSETS) ? 'public, max-age=31536000, immutable' : 'no-store';
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: PAGE_HEADERS });
}
