// The built screens as files; what is no file is a place inside the one page, except among the assets.
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { CountinghouseError } from '../../kernel/index.ts';
import { sendNote, sendPage } from './messages.ts';

const ASSETS = '/assets/';

export type SendFile = (request: IncomingMessage, response: ServerResponse) => void;

/** Sends files of the folder. Raises `unavailable` when the screens have not been built. */
export function screenFiles(folder: string): SendFile {
  const pageFile = join(folder, 'index.html');
  if (!existsSync(pageFile)) {
    throw new CountinghouseError('unavailable', { what: 'The screens have not been built', fix: 'Run npm run build' });
  }
  const page = readFileSync(pageFile, 'utf8');
  const send = sirv(folder, {
    // Each file is looked for when it is asked for: one that is gone is no file.
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, path) => {
      const isHashed = path.startsWith(ASSETS);
      response.setHeader('Cache-Control', isHashed ? 'private, max-age=31536000, immutable' : 'no-store');
    },
  });
  return (request, response) => {
    // A file that cannot be read once the answer has begun ends the answer, and nothing else.
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    if (!isInside(folder, request.url ?? '/')) return sendNote(response, 404, 'There is no such file.');
    send(request, response, () =>
      isAmongAssets(request.url ?? '/')
        ? sendNote(response, 404, 'There is no such file.')
        : sendPage(response, 200, page),
    );
  };
}

/** Whether the address, read as it is or decoded, leads to no place outside the folder, one beside it included. */
function isInside(folder: string, url: string): boolean {
  const root = resolve(folder) + sep;
  const [path = ''] = url.split('?', 1);
  return [path, decoded(path)].every((read) => join(root, read).startsWith(root));
}

/** Whether the address, read as it is or decoded, lies below the assets. */
function isAmongAssets(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(ASSETS) || decoded(path).startsWith(ASSETS);
}

/** The path as it was meant; as it is where it cannot be decoded. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
