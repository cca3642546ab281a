// What keeps other sites out: requests must name this door as their host and come from its own pages.
import type { IncomingMessage, ServerResponse } from 'node:http';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SAFE_HEADERS: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', CONTENT_SECURITY_POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), usb=(), payment=()'],
];

export function setSafeHeaders(response: ServerResponse): void {
  for (const [name, value] of SAFE_HEADERS) response.setHeader(name, value);
}

/**
 * Whether the request was meant for this door: a name that resolves to 127.0.0.1 by a trick of DNS is another
 * host, and a page of another origin says so itself.
 */
export function isForThisDoor(request: IncomingMessage, port: number): boolean {
  const authority = `127.0.0.1:${port}`;
  const { host, origin } = request.headers;
  return host === authority && (origin === undefined || origin === `http://${authority}`);
}

/** Whether one of the door's own pages, or no page at all, sent the request. */
export function isFromOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
