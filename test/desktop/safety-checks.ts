// What an attacker in the page, or another start of the program, must not get: each check tries, and tells what it got.
// The same checks are run on the program, where they find nothing, and on copies with a fault planted, which they find.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from './desktop.ts';

/** Time for something forbidden to happen. Nothing is waited for when it does not. */
const PATIENCE_MS = 600;
const STRANGER = 'https://stranger.example';
const BRIDGE = ['call', 'handIn', 'onCommand', 'platform'];

/** Tries something, and tells in a line each what succeeded that must not. `home` is the program's. */
export type Check = (desktop: Desktop, home: string) => Promise<readonly string[]>;

const inPage = <Result>(desktop: Desktop, expression: string): Promise<Result> => desktop.page.evaluate(expression);
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
const finding = (isFound: boolean, text: string): readonly string[] => (isFound ? [text] : []);

/** What the program let out to strangers during the attempt. */
async function letOut(desktop: Desktop, attempt: () => Promise<unknown>): Promise<readonly string[]> {
  const before = desktop.deeds.length;
  await attempt();
  await pause();
  const named = new Set(['stranger', 'external']);
  return desktop.deeds
    .slice(before)
    .filter(({ event }) => named.has(event))
    .map(({ url }) => String(url));
}

export const pageHasNoNode: Check = async (desktop) => {
  const found = await inPage<string[]>(
    desktop,
    `['require', 'process', 'module', 'Buffer', 'global'].filter((name) => typeof window[name] !== 'undefined')`,
  );
  return found.map((name) => `the page has ${name}`);
};

export const preloadHasNoNode: Check = async (desktop) => {
  const tried = `(() => { try { return typeof require('node:fs').readFileSync } catch (error) { return error.message } })()`;
  const module = String(await desktop.inPreload(tried));
  const functions = await desktop.inPreload(`['binding', 'exit', 'cwd'].filter((name) => name in process).join(' ')`);
  return [
    ...finding(module !== 'module not found: node:fs', `the preload script gets node:fs (${module})`),
    ...finding(functions !== '', `the preload script has process.${String(functions)}`),
  ];
};

export const worldsAreApart: Check = async (desktop) => {
  await desktop.inPreload('(globalThis.markOfPreload = true, null)');
  const seen = await inPage<boolean>(desktop, `typeof window.markOfPreload !== 'undefined'`);
  return finding(seen, 'the page sees what the preload script keeps');
};

export const bridgeIsNarrow: Check = async (desktop) => {
  const { names, isFrozen, strange } = await inPage<{ names: string[] | null; isFrozen: boolean; strange: string[] }>(
    desktop,
    `(() => {
      const bridge = window.countinghouse;
      const { countinghouse, ...rest } = Object.getOwnPropertyDescriptors(window);
      return {
        names: bridge === undefined ? null : Object.keys(bridge).sort(),
        isFrozen: Object.isFrozen(bridge) && countinghouse?.writable === false && countinghouse?.configurable === false,
        strange: Object.keys(rest).filter((name) => /^(?:ipc|electron|contextBridge|webUtils)/i.test(name)),
      };
    })()`,
  );
  return [
    ...finding(names === null, 'there is no bridge'),
    ...finding(names !== null && names.join() !== BRIDGE.join(), `the bridge has ${names?.join(', ')}`),
    ...finding(!isFrozen, 'the page can change the bridge'),
    ...strange.map((name) => `the page has ${name}`),
  ];
};

export const navigationIsDenied: Check = async (desktop) => {
  const before = desktop.page.url();
  const attempts = [
    `void (location.href = '${STRANGER}/script')`,
    `(() => { const link = Object.assign(document.createElement('a'), { href: '${STRANGER}/link' }); document.body.append(link); link.click(); })()`,
    `void (location.href = 'mailto:someone@stranger.example')`,
  ];
  const findings: string[] = [];
  for (const attempt of attempts) {
    const out = await letOut(desktop, () => inPage(desktop, attempt).catch(() => undefined));
    findings.push(...out.map((url) => `the page went to ${url}`));
    if (desktop.page.url() !== before) {
      await desktop.page.goto(before).catch(() => undefined);
      findings.push(`the window left its page by ${attempt}`);
    }
  }
  return findings;
};

export const windowsAreDenied: Check = async (desktop) => {
  const attempts = [
    `void window.open('${STRANGER}/opened')`,
    `void window.open('about:blank')`,
    `(() => { const link = Object.assign(document.createElement('a'), { href: '${STRANGER}/blank', target: '_blank' }); document.body.append(link); link.click(); })()`,
  ];
  const findings: string[] = [];
  for (const attempt of attempts) {
    const out = await letOut(desktop, () => inPage(desktop, attempt));
    findings.push(...out.map((url) => `a new window showed ${url}`));
  }
  const count = await desktop.windowCount();
  return [...findings, ...finding(count !== 1, `there are ${count} windows`)];
};

export const permissionsAreDenied: Check = async (desktop) => {
  const granted = await inPage<string[]>(
    desktop,
    `(async () => {
      const asked = {
        notifications: async () => (await Notification.requestPermission()) === 'granted',
        'notifications, read': async () => Notification.permission === 'granted',
        geolocation: () => new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve(true), () => resolve(false))),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => true),
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => true),
        screen: () => navigator.mediaDevices.getDisplayMedia().then(() => true),
        clipboard: () => navigator.clipboard.readText().then(() => true),
        midi: () => navigator.requestMIDIAccess().then(() => true),
        'geolocation, asked': async () => (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted',
        'camera, asked': async () => (await navigator.permissions.query({ name: 'camera' })).state === 'granted',
      };
      const got = await Promise.all(
        Object.entries(asked).map(async ([name, ask]) => [name, await ask().catch(() => false)]),
      );
      return got.filter(([, isGranted]) => isGranted).map(([name]) => name);
    })()`,
  );
  return granted.map((name) => `the page was granted ${name}`);
};

/** The content policy alone: what Chromium reports as violated, whatever else would have stopped it. */
export const policyHolds: Check = async (desktop) => {
  const { ran, violated } = await inPage<{ ran: string[]; violated: string[] }>(
    desktop,
    `(async () => {
      const violated = new Set();
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.add(effectiveDirective));
      const ran = [];
      const add = (name, fields) => document.body.append(Object.assign(document.createElement(name), fields));
      add('script', { textContent: 'window.inlineRan = true' });
      add('script', { src: '${STRANGER}/script.js' });
      add('img', { src: '${STRANGER}/picture.png' });
      add('iframe', { src: '${STRANGER}/frame' });
      add('object', { data: '${STRANGER}/object' });
      add('base', { href: '${STRANGER}/' });
      add('link', { rel: 'stylesheet', href: '${STRANGER}/style.css' });
      try { window.setTimeout('window.evalRan = true'); } catch {}
      // Later: what a debugger evaluates may evaluate too.
      window.setTimeout(() => (0, eval)('window.evalRan = true'));
      await fetch('${STRANGER}/fetched').catch(() => undefined);
      try { new WebSocket('wss://stranger.example/socket'); } catch {}
      try { new Worker(URL.createObjectURL(new Blob(['1']))); } catch {}
      await new Promise((resolve) => setTimeout(resolve, ${PATIENCE_MS}));
      for (const name of ['inlineRan', 'evalRan', 'strangerRan']) if (window[name]) ran.push(name);
      for (const added of document.querySelectorAll('base, iframe, object')) added.remove();
      return { ran, violated: [...violated] };
    })()`,
  );
  const wanted = [
    'script-src-elem',
    'script-src',
    'img-src',
    'frame-src',
    'object-src',
    'base-uri',
    'style-src-elem',
    'connect-src',
    'worker-src',
  ];
  return [
    ...ran.map((name) => `the policy let a script run (${name})`),
    ...wanted.filter((name) => !violated.includes(name)).map((name) => `the policy lets ${name} pass`),
  ];
};

/** The network alone, with the content policy switched off in the page. */
export const requestsAreDenied: Check = async (desktop) => {
  const session = await desktop.page.context().newCDPSession(desktop.page);
  await session.send('Page.setBypassCSP', { enabled: true });
  // A page that is still beginning would answer the reload with an end of its own.
  await desktop.page.locator('h1, h2').first().waitFor();
  await desktop.page.reload();
  const out = await letOut(desktop, () =>
    inPage(
      desktop,
      `(async () => {
        document.body.append(Object.assign(document.createElement('script'), { src: '${STRANGER}/script.js' }));
        document.body.append(Object.assign(document.createElement('img'), { src: '${STRANGER}/picture.png' }));
        await fetch('${STRANGER}/fetched').catch(() => undefined);
      })()`,
    ),
  );
  await session.send('Page.setBypassCSP', { enabled: false });
  await desktop.page.reload();
  await session.detach();
  return out.map((url) => `a request went to ${url}`);
};

/** Whether the answer to a forged message is a refusal. */
function isRefused(answer: { readonly result?: string; readonly error?: string } | null): boolean {
  if (answer === null || answer.error !== undefined) return true;
  return /\["isOk",false\]/.test(answer.result ?? '');
}

const STATUS = { id: 900_001, path: 'desk.status', type: 'query' };

export const foreignFramesAreRefused: Check = async (desktop, home) => {
  const findings: string[] = [];
  for (const from of ['subframe', 'elsewhere', 'gone'] as const) {
    for (const [channel, message] of [
      ['core:call', STATUS],
      ['desk:hand-in', join(home, 'some.ledger')],
    ] as const) {
      const before = (await noted(home)).length;
      const answer = await desktop.sendAsForeignFrame({ channel, arguments: [message], from });
      findings.push(...finding(!isRefused(answer), `${channel} answers a frame that is ${from}`));
      findings.push(...finding((await noted(home)).length === before, `${channel} from ${from} was not noted`));
    }
    for (const channel of ['core:cancel', 'shell:listening']) {
      const before = (await noted(home)).length;
      await desktop.sendAsForeignFrame({ channel, arguments: [1], from, isInvoked: false });
      findings.push(...finding((await noted(home)).length === before, `${channel} from ${from} was not noted`));
    }
  }
  return findings;
};

export const wrongShapesAreRefused: Check = async (desktop, home) => {
  const findings: string[] = [];
  const shapes: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['a text', 'desk.status'],
    ['a list', [STATUS]],
    ['an id that is no number', { ...STATUS, id: 'one' }],
    ['a path that is no text', { ...STATUS, path: { toString: 'desk.status' } }],
    ['an unknown type', { ...STATUS, type: 'command' }],
    ['a field too many', { ...STATUS, role: 'admin' }],
    ['a path without end', { ...STATUS, path: 'a'.repeat(100_000) }],
    ['an input of 2 MiB', { ...STATUS, input: 'a'.repeat(2 * 1024 * 1024) }],
    ['an input that is no JSON', { ...STATUS, input: new Map([['a', 1n]]) }],
  ];
  for (const [name, shape] of shapes) {
    const before = (await noted(home)).length;
    const answer = await desktop.sendAsForeignFrame({ channel: 'core:call', arguments: [shape], from: 'page' });
    findings.push(...finding(!isRefused(answer), `core:call takes ${name}`));
    findings.push(...finding((await noted(home)).length === before, `${name} was not noted`));
  }
  const handed = await desktop.sendAsForeignFrame({
    channel: 'desk:hand-in',
    arguments: [{ path: '/' }],
    from: 'page',
  });
  const inside = await desktop.sendAsForeignFrame({
    channel: 'core:call',
    arguments: [{ id: 900_002, path: 'internal.backup', type: 'mutation', input: { path: join(home, 'stolen') } }],
    from: 'page',
  });
  return [
    ...findings,
    ...finding(!isRefused(handed), 'desk:hand-in takes an object'),
    ...finding(!isRefused(inside), 'a page reaches internal.backup'),
  ];
};

export const runsOnce: Check = async (desktop) => {
  const before = await desktop.windowCount();
  const { exitCode } = await desktop.secondStart([]);
  const count = await desktop.windowCount();
  return [
    ...finding(exitCode !== 0, `a second start stayed (${exitCode})`),
    ...finding(count !== before, `a second start left ${count} windows`),
  ];
};

/** All of them, in the order in which they disturb each other least. */
export const SAFETY_CHECKS = {
  pageHasNoNode,
  preloadHasNoNode,
  worldsAreApart,
  bridgeIsNarrow,
  permissionsAreDenied,
  foreignFramesAreRefused,
  wrongShapesAreRefused,
  runsOnce,
  windowsAreDenied,
  navigationIsDenied,
  policyHolds,
  requestsAreDenied,
} satisfies Readonly<Record<string, Check>>;

/** The lines of the program's own log of refusals. */
export async function noted(home: string): Promise<readonly string[]> {
  const text = await readFile(join(home, 'countinghouse', 'problems.jsonl'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}
