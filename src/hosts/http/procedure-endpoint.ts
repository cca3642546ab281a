// tRPC over HTTP: reads single and batched calls, hands them to the desk, and joins its JSON into the answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CountinghouseError } from '../../kernel/index.ts';
import type { DeskHost } from '../desk/index.ts';
import type { Call, CallType, Outcome } from '../worker/index.ts';
import { streamSubscription } from './event-stream.ts';
import { readBody, sendJson } from './messages.ts';

const PREFIX = '/trpc/';
const CALLS_LIMIT = 50;

export function isProcedurePath(pathname: string): boolean {
  return pathname.startsWith(PREFIX);
}

/** Answers a request below `/trpc/`. Raises `bad_input` when it cannot be read as calls. */
export async function answerProcedures(
  desk: Pick<DeskHost, 'call'>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const type = typeOf(request);
  const isBatch = url.searchParams.get('batch') === '1';
  const input = parsed(type === 'mutation' ? await readBody(request) : (url.searchParams.get('input') ?? ''));
  const calls = callsOf(decoded(url.pathname.slice(PREFIX.length)), type, input, isBatch);
  const canceling = new AbortController();
  response.on('close', () => canceling.abort());
  const [first] = calls;
  if (type === 'subscription' && first !== undefined)
    return await streamSubscription(desk, first, response, canceling.signal);
  const outcomes = await Promise.all(calls.map((call) => desk.call(call, { signal: canceling.signal })));
  const answers = outcomes.map(envelopeOf);
  sendJson(response, statusOf(outcomes), isBatch ? `[${answers.join(',')}]` : (answers[0] ?? ''));
}

function typeOf(request: IncomingMessage): CallType {
  if (request.method === 'POST') {
    if (request.headers['content-type']?.startsWith('application/json') === true) return 'mutation';
    throw new CountinghouseError('bad_input', { what: 'A command must be sent as application/json' });
  }
  if (request.method !== 'GET')
    throw new CountinghouseError('bad_input', { what: `${request.method} is not answered here` });
  return request.headers.accept?.includes('text/event-stream') === true ? 'subscription' : 'query';
}

function callsOf(path: string, type: CallType, input: unknown, isBatch: boolean): Call[] {
  if (!isBatch) return [{ path, type, input }];
  const paths = path.split(',');
  if (paths.length > CALLS_LIMIT) {
    throw new CountinghouseError('bad_input', {
      what: `${paths.length} calls in one request are too many`,
      fix: `Send at most ${CALLS_LIMIT}`,
    });
  }
  const inputs = new Map(Object.entries(typeof input === 'object' && input !== null ? input : {}));
  return paths.map((one, index) => ({ path: one, type, input: inputs.get(String(index)) }));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    throw new CountinghouseError('bad_input', { what: 'The name of the procedure cannot be read' }, cause);
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CountinghouseError('bad_input', { what: 'The input of the call is not JSON' }, cause);
  }
}

function envelopeOf(outcome: Outcome): string {
  return outcome.isOk ? `{"result":{"data":${outcome.json}}}` : `{"error":${outcome.json}}`;
}

/** The status of all calls where they agree, else 207 (Multi-Status), as tRPC's clients expect. */
function statusOf(outcomes: readonly Outcome[]): number {
  const statuses = new Set(outcomes.map((outcome) => (outcome.isOk ? 200 : outcome.httpStatus)));
  const [only] = statuses;
  return statuses.size === 1 && only !== undefined ? only : 207;
}
