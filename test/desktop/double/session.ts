// The one session: the handlers that decide about permissions and requests, and the schemes that the program serves.
import { KnownEvents, NotDoubled, only } from './absent.ts';
import { fromChromium, isRegistered, registerScheme } from './addresses.ts';
import type { WebContents } from './web-contents.ts';

type Decide = (isGranted: boolean) => void;
type RequestHandler = (contents: WebContents, permission: string, decide: Decide, details: object) => void;
type CheckHandler = (contents: WebContents | null, permission: string, origin: string, details: object) => boolean;
type BeforeRequest = (details: object, decide: (answer: { cancel?: boolean; redirectURL?: string }) => void) => void;
type Serve = (request: Request) => Response | Promise<Response>;

interface Rules {
  request: RequestHandler | null;
  check: CheckHandler | null;
  beforeRequest: BeforeRequest | null;
  device: ((details: object) => boolean) | null;
  certificate: unknown;
}

const rules: Rules = { request: null, check: null, beforeRequest: null, device: null, certificate: null };
const served = new Map<string, Serve>();

const webRequest = only('webRequest', {
  onBeforeRequest: (first: BeforeRequest | object | null, second?: BeforeRequest | null) => {
    if (typeof first === 'object' && first !== null) throw new NotDoubled('filter of webRequest.onBeforeRequest');
    rules.beforeRequest = first ?? second ?? null;
  },
});

export const protocol = only('protocol', {
  registerSchemesAsPrivileged: (list: readonly { scheme: string; privileges?: Record<string, boolean> }[]) => {
    for (const { scheme, privileges = {} } of list) registerScheme(scheme, privileges);
  },
  handle: (scheme: string, serve: Serve) => {
    if (served.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!isRegistered(scheme)) throw new NotDoubled(`protocol.handle for ${scheme}, which has no privileges`);
    served.set(scheme, serve);
  },
  unhandle: (scheme: string) => {
    if (!served.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string) => served.has(scheme),
});

export class Session extends KnownEvents {
  readonly webRequest = webRequest;
  readonly protocol = protocol;
  readonly storagePath = null;

  constructor() {
    super('session', ['will-download', 'spellcheck-dictionary-initialized']);
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    rules.request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    rules.check = handler;
  }

  setDevicePermissionHandler(handler: ((details: object) => boolean) | null): void {
    rules.device = handler;
  }

  setCertificateVerifyProc(verify: unknown): void {
    rules.certificate = verify;
  }

  setSpellCheckerEnabled(): void {}

  isPersistent(): boolean {
    return true;
  }
}

const defaultSession = new Session();
export const session = only('session', { defaultSession });
export const theSession = defaultSession;

/** Asks the handler for requests, which without one grants everything, as Electron does. */
export function requestPermission(contents: WebContents, permission: string, details: object): Promise<boolean> {
  const { request } = rules;
  if (request === null) return Promise.resolve(true);
  return new Promise((resolve) => request(contents, permission, resolve, asked(contents, details)));
}

/** Asks the handler for checks, which without one grants everything, as Electron does. */
export function checkPermission(contents: WebContents, permission: string, details: object): boolean {
  const origin = contents.mainFrame.origin;
  return rules.check?.(contents, permission, origin, { ...asked(contents, details), securityOrigin: origin }) ?? true;
}

function asked(contents: WebContents, details: object): object {
  return { ...details, requestingUrl: contents.mainFrame.url, isMainFrame: true };
}

/** What the program decides about a request, before anything else is done with it. */
export function beforeRequest(details: object): Promise<{ cancel?: boolean; redirectURL?: string }> {
  const { beforeRequest: decide } = rules;
  if (decide === null) return Promise.resolve({});
  return new Promise((resolve) => decide(details, resolve));
}

/** The program's answer to a request of one of its schemes; null when nothing serves that scheme. */
export async function serve(url: string, init: RequestInit): Promise<Response | null> {
  const handler = served.get(URL.parse(url)?.protocol.slice(0, -1) ?? '');
  return handler === undefined ? null : handler(new Request(fromChromium(url), init));
}
