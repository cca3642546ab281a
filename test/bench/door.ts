// Asking through the door of a ledger with a hundred thousand objects while as many again are taken in through it.
import { fileURLToPath } from 'node:url';
import { createDesk, type DeskHost } from '../../src/hosts/desk/index.ts';
import { openDoor } from '../../src/hosts/http/index.ts';
import { BENCH_KEY, freshPath } from './bench-folder.ts';
import { makeEmptyLedger, writeObjects } from './sample-ledger.ts';
import { median, percentile, type Result, timeMs } from './measure.ts';

const SCREENS = fileURLToPath(new URL('../../out/renderer', import.meta.url));
const PAUSE_MS = 10;
const QUESTIONS = [
  'workspace.status',
  'overview.figures?input={}',
  'reports.movements?input={"from":"2024-11","to":"2026-10"}',
  'reports.rows?input={"month":"2026-09","kind":"new"}',
  'reports.customers?input={}',
  'reports.customers?input={"search":"labs"}',
];

export async function benchDoor(objects: number): Promise<Result[]> {
  const path = await makeEmptyLedger();
  const first = writeObjects(objects, 2);
  const second = writeObjects(objects, 1);
  const desk = createDesk({
    door: 'browser',
    version: '0.0.0',
    userFolder: freshPath('home'),
    dialogs: null,
    initial: { path, key: BENCH_KEY },
    clock: () => Math.floor(Date.now() / 1000),
  });
  await desk.ready;
  const door = await openDoor({ desk, port: 0, screens: SCREENS });
  try {
    const visitor = await signIn(door.link, desk);
    await visitor.importFile(first.path);
    let isImporting = true;
    const importing = visitor.importFile(second.path).finally(() => {
      isImporting = false;
    });
    const times = new Map(QUESTIONS.map((question) => [question, [] as number[]]));
    while (isImporting) {
      for (const question of QUESTIONS) times.get(question)?.push(await timeMs(() => visitor.ask(question)));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    await importing;
    return [...times].map(([question, all]) => figure(question, all, objects));
  } finally {
    await door.close();
    await desk.shut();
  }
}

function figure(question: string, times: readonly number[], objects: number): Result {
  const p99Ms = percentile(times, 0.99);
  return {
    name: `${question.replace('?input=', ' ')} during an import, p99`,
    size: `${objects.toLocaleString('en-US')} objects`,
    figure: `${p99Ms.toFixed(1)} ms (median ${median(times).toFixed(1)} ms, ${times.length} calls)`,
    target: '≤ 50 ms',
    isMet: p99Ms <= 50,
    values: { p99Ms, medianMs: median(times), calls: times.length },
  };
}

interface Visitor {
  ask(question: string): Promise<void>;
  importFile(path: string): Promise<void>;
}

/** Follows the one-time link as a browser would, and asks with its session from then on. */
async function signIn(link: string, desk: DeskHost): Promise<Visitor> {
  const opened = await fetch(link, { redirect: 'manual', headers: { 'sec-fetch-site': 'none' } });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { origin } = new URL(link);
  const headers = { cookie, origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const asked = async (path: string, input?: object): Promise<string> => {
    const sent = input === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(input) };
    const response = await fetch(`${origin}/trpc/${path}`, sent);
    const text = await response.text();
    if (!response.ok) throw new Error(`the door answered ${response.status}: ${text}`);
    return text;
  };
  const ticketOf = (text: string): string => JSON.parse(text).result.data.ticket;
  return {
    ask: async (question) => void (await asked(question)),
    importFile: async (path) => {
      const ended = new Promise<void>((resolve) => {
        const stop = desk.onJobEnd(() => {
          stop();
          resolve();
        });
      });
      await asked('desk.importFiles', { tickets: [ticketOf(await asked('desk.name', { path }))] });
      await ended;
    },
  };
}
