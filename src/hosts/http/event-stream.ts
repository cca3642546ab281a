// Subscriptions as server-sent events, in the words of tRPC's httpSubscriptionLink.
import type { ServerResponse } from 'node:http';
import type { DeskHost } from '../desk/index.ts';
import type { Call } from '../worker/index.ts';

/** Keeps the connection known to be alive. */
const PING_INTERVAL_MS = 15_000;

export async function streamSubscription(
  desk: Pick<DeskHost, 'call'>,
  call: Call,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write(eventText('{}', 'connected'));
  const ping = setInterval(() => response.write(eventText('', 'ping')), PING_INTERVAL_MS);
  try {
    const outcome = await desk.call(call, { signal, onItem: (json) => response.write(eventText(json)) });
    response.end(outcome.isOk ? eventText('', 'return') : eventText(outcome.json, 'serialized-error'));
  } catch {
    response.end();
  } finally {
    clearInterval(ping);
  }
}

function eventText(json: string, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${json}\n\n`;
}
