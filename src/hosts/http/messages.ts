// The few kinds of HTTP message that the door reads and sends besides files.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CountinghouseError, ERROR_CODES } from '../../kernel/index.ts';
import { refusalShape } from '../../router/index.ts';

const BODY_LIMIT_BYTES = 1_048_576;

/** The body as text. Raises `bad_input` when it is larger than a command ever is. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    const buffer = Buffer.from(piece);
    bytes += buffer.length;
    if (bytes > BODY_LIMIT_BYTES)
      throw new CountinghouseError('bad_input', { what: 'The request is larger than 1 MiB' });
    pieces.push(buffer);
  }
  return Buffer.concat(pieces).toString('utf8');
}

export function sendJson(response: ServerResponse, status: number, json: string): void {
  send(response, status, 'application/json', json);
}

/** A page with one sentence, for people who come without a session. */
export function sendNote(response: ServerResponse, status: number, sentence: string, head = ''): void {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8">${head}<title>Countinghouse</title><p>${sentence}</p></html>`;
  sendPage(response, status, page);
}

export function sendPage(response: ServerResponse, status: number, html: string): void {
  send(response, status, 'text/html; charset=utf-8', html);
}

/** A refusal outside any procedure, in the shape that tRPC's clients read. */
export function sendRefusal(response: ServerResponse, error: CountinghouseError): void {
  sendJson(response, ERROR_CODES[error.code].httpStatus, JSON.stringify({ error: refusalShape(error, null) }));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
