// The Chromium behind the windows: found through the test, connected to once, and asked for pages.
import { Attached, Chromium } from './cdp.ts';
import { askTest, problem } from './seat.ts';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly openerId?: string;
}

type Prepare = (page: Attached) => Promise<void>;
/** Decides about a page that a page opened; null closes it before it has run. */
type Adopt = (openerTargetId: string, url: string) => Promise<Prepare | null>;

let connection: Promise<Chromium> | null = null;
let onConnected: (chromium: Chromium) => Promise<void> = async () => undefined;
let adopt: Adopt = async () => null;
const asked: Prepare[] = [];
const openedAddresses = new Map<string, string>();

/** To be called once: what is asked about windows that pages open, and what is to be watched beside pages. */
export function decideOpenings(onOpened: Adopt, onConnect: (chromium: Chromium) => Promise<void>): void {
  adopt = onOpened;
  onConnected = onConnect;
}

export function browser(): Promise<Chromium> {
  connection ??= connect();
  return connection;
}

/** The address of the window that a page asks to be opened; Chromium tells it before it opens one. */
export function noteOpening(openerTargetId: string, url: string): void {
  openedAddresses.set(openerTargetId, url);
}

/** A new page, prepared before anything runs in it. */
export async function createPage(
  prepare: Prepare,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const chromium = await browser();
  const isPrepared = new Promise<void>((resolve, reject) => {
    asked.push(async (page) => {
      try {
        await prepare(page);
        resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
  await Promise.all([
    chromium.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size }),
    isPrepared,
  ]);
}

async function connect(): Promise<Chromium> {
  const endpoint = await askTest('browser');
  const chromium = await Chromium.connect(String(endpoint));
  chromium.on('Target.attachedToTarget', (params) => {
    const { sessionId, targetInfo, waitingForDebugger } = params as unknown as {
      readonly sessionId: string;
      readonly targetInfo: TargetInfo;
      readonly waitingForDebugger: boolean;
    };
    const page = new Attached(chromium, sessionId, targetInfo.targetId);
    if (waitingForDebugger)
      void begin(page, targetInfo).catch((error: unknown) => problem(`the double: ${String(error)}`));
  });
  await chromium.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  await onConnected(chromium);
  return chromium;
}

async function begin(page: Attached, { type, openerId }: TargetInfo): Promise<void> {
  if (type === 'page' && openerId !== undefined) {
    const url = openedAddresses.get(openerId) ?? 'about:blank';
    const prepare = await adopt(openerId, url);
    if (prepare === null) {
      await page.chromium.send('Target.closeTarget', { targetId: page.targetId });
      return;
    }
    await prepare(page);
  } else if (type === 'page') await asked.shift()?.(page);
  await page.send('Runtime.runIfWaitingForDebugger');
}
