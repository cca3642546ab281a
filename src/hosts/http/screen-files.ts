// The built screens as files; what is no file is a place inside the one page.
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { CountinghouseError } from '../../kernel/index.ts';

export type SendFile = (request: IncomingMessage, response: ServerResponse) => void;

/** Sends files of the folder. Raises `unavailable` when the screens have not been built. */
export function screenFiles(folder: string): SendFile {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new CountinghouseError('unavailable', { what: 'The screens have not been built', fix: 'Run npm run build' });
  }
  const send = sirv(folder, {
    single: true,
    etag: true,
    gzip: false,
    brotli: false,
    setHeaders: (response, path) => {
      const isHashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-store');
    },
  });
  return (request, response) => send(request, response);
}
