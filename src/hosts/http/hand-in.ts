// Files that a page hands in, since a browser tells no paths: kept by the desk under a ticket.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CountinghouseError } from '../../kernel/index.ts';
import { type DeskHost, RECEIVED_LIMIT_BYTES, tooLarge } from '../desk/index.ts';
import { sendJson } from './messages.ts';

export const HAND_IN_PATH = '/handed-in';

/** Answers `POST /handed-in?name=NAME` with the file's bytes as body. Raises `bad_input`, `disk_full`, `canceled`. */
export async function takeHandedIn(
  desk: Pick<DeskHost, 'receive'>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method !== 'POST') throw new CountinghouseError('bad_input', { what: 'Files are handed in by POST' });
  const name = url.searchParams.get('name') ?? '';
  if (name === '') throw new CountinghouseError('bad_input', { what: 'The file needs its name', where: 'name' });
  if (Number(request.headers['content-length'] ?? 0) > RECEIVED_LIMIT_BYTES) {
    response.setHeader('Connection', 'close');
    throw tooLarge();
  }
  sendJson(response, 200, JSON.stringify(await desk.receive(name, request)));
}
