// Every request of a page: shown to the program first, then answered by the program's own scheme or, for what would
// leave the machine, by the double itself, so that a program that lets it pass is seen and the network is not.
import { preventable } from './absent.ts';
import { fromChromium, toChromium } from './addresses.ts';
import type { Attached } from './cdp.ts';
import type { WebFrameMain } from './frames.ts';
import { problem, tell } from './seat.ts';
import { beforeRequest, serve } from './session.ts';
import type { WebContents } from './web-contents.ts';

interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

const TYPES: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};
const STRANGER = '<!doctype html><meta charset="utf-8"><title>stranger</title><body>a page of a stranger</body>';

let lastId = 0;

/** Decides and answers requests of the page from now on. `frameOf` knows its frames. */
export async function watchRequests(
  page: Attached,
  contents: WebContents,
  frameOf: (frameId: string) => WebFrameMain,
): Promise<void> {
  page.on('Fetch.requestPaused', (params) => {
    const paused = params as unknown as Paused;
    answer(page, contents, paused, frameOf(paused.frameId)).catch((error: unknown) => {
      // A page that went away takes its requests along.
      if (!/browser is gone|Session with given id|Invalid InterceptionId/.test(String(error))) {
        problem(`the double: a request failed: ${String(error)}`);
      }
    });
  });
  page.on('Network.webSocketCreated', ({ url }) => {
    problem(`a page opened a WebSocket to ${String(url)}; the double cannot show those to webRequest`);
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(page: Attached, contents: WebContents, paused: Paused, frame: WebFrameMain): Promise<void> {
  const { requestId, request, resourceType, redirectedRequestId } = paused;
  const url = fromChromium(request.url);
  const isMainFrame = frame === contents.mainFrame;
  const fail = (errorReason: string): Promise<unknown> => page.send('Fetch.failRequest', { requestId, errorReason });

  if (resourceType === 'Document' && !mayNavigate(contents, frame, url, redirectedRequestId !== undefined)) {
    await fail('Aborted');
    return;
  }
  lastId += 1;
  const { cancel, redirectURL } = await beforeRequest({
    id: lastId,
    url,
    method: request.method,
    resourceType:
      resourceType === 'Document' ? (isMainFrame ? 'mainFrame' : 'subFrame') : (TYPES[resourceType] ?? 'other'),
    referrer: fromChromium(request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
    webContentsId: contents.id,
    webContents: contents,
    frame,
  });
  if (cancel === true) {
    await fail('BlockedByClient');
    return;
  }
  if (redirectURL !== undefined) {
    await fulfill(page, requestId, new Response(null, { status: 307, headers: { Location: toChromium(redirectURL) } }));
    return;
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.postData !== undefined;
  const response = await serve(url, {
    method: request.method,
    headers: { ...request.headers },
    ...(hasBody ? { body: request.postData } : {}),
  });
  await fulfill(page, requestId, response ?? strangersAnswer(url, resourceType));
}

/** Asks the program's listeners about a navigation that it did not begin itself. */
function mayNavigate(contents: WebContents, frame: WebFrameMain, url: string, isRedirect: boolean): boolean {
  const isMainFrame = frame === contents.mainFrame;
  const event = preventable({
    url,
    isSameDocument: false,
    isInPlace: false,
    isMainFrame,
    frame,
    initiator: frame,
    frameProcessId: frame.processId,
    frameRoutingId: frame.routingId,
  });
  if (isRedirect) contents.emit('will-redirect', event, url, false, isMainFrame);
  else if (!(isMainFrame && contents.isExpected(url))) {
    if (isMainFrame) contents.emit('will-navigate', event, url);
    contents.emit('will-frame-navigate', event, url, false, isMainFrame);
  }
  if (!event.defaultPrevented) contents.emit('did-start-navigation', event, url, false, isMainFrame);
  return !event.defaultPrevented;
}

async function fulfill(page: Attached, requestId: string, response: Response): Promise<void> {
  const location = response.headers.get('location');
  const headers = [...response.headers].filter(([name]) => name !== 'location');
  const body = Buffer.from(await response.arrayBuffer());
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [
      ...headers.map(([name, value]) => ({ name, value })),
      ...(location === null ? [] : [{ name: 'location', value: toChromium(location) }]),
    ],
    ...(body.length === 0 ? {} : { body: body.toString('base64') }),
  });
}

/** What a request that the program let pass gets, and the test is told of. */
function strangersAnswer(url: string, resourceType: string): Response {
  tell('stranger', { url, resourceType });
  const headers = { 'Access-Control-Allow-Origin': '*' };
  if (resourceType === 'Document')
    return new Response(STRANGER, { headers: { ...headers, 'Content-Type': 'text/html' } });
  if (resourceType === 'Script') {
    return new Response('globalThis.strangerRan = true;', {
      headers: { ...headers, 'Content-Type': 'text/javascript' },
    });
  }
  return new Response('{"stranger":true}', { headers: { ...headers, 'Content-Type': 'application/json' } });
}
