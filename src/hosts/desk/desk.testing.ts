// A desk for tests: a person's folder of its own, a keychain in memory, dialogs that answer what the test says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Keychain, Secret } from '../../governance/secrets/index.ts';
import { type Job, PROCEDURES } from '../../router/index.ts';
import { createDesk, type DeskHost, type DeskOptions } from './index.ts';

/** What a procedure answered, to be looked at by a test. */
export type Answer = Readonly<Record<string, unknown>>;

export interface TestDesk {
  readonly desk: DeskHost;
  readonly folder: string;
  readonly userFolder: string;
  /** Calls a procedure; raises the data of its refusal. */
  ask(path: string, input?: unknown): Promise<Answer>;
  /** Writes a file and hands it in; its ticket. */
  handIn(name: string, content: string | Uint8Array): Promise<string>;
  /** The job that a procedure began, as it ended. */
  jobOf(path: string, input?: unknown): Promise<Job>;
  /** Shuts this desk, and opens another on the same folder. */
  again(options?: Partial<DeskOptions>): Promise<TestDesk>;
  close(): Promise<void>;
}

export function memoryKeychain(): Keychain & { readonly kept: Map<string, Secret> } {
  const kept = new Map<string, Secret>();
  return {
    kept,
    find: async ({ name }) => ({ isAvailable: true, secret: kept.get(name) ?? null }),
    store: async ({ name }, secret) => {
      kept.set(name, secret);
      return true;
    },
    remove: async ({ name }) => void kept.delete(name),
  };
}

export function openTestDesk(
  options: Partial<DeskOptions> = {},
  folder = mkdtempSync(join(tmpdir(), 'desk-')),
): TestDesk {
  const userFolder = join(folder, 'home');
  const desk = createDesk({
    door: 'browser',
    version: '1.2.3',
    userFolder,
    documentsFolder: join(folder, 'documents'),
    dialogs: null,
    keySources: { environment: {}, keychain: memoryKeychain() },
    clock: () => Math.floor(Date.now() / 1000),
    ...options,
  });
  const ended = new Map<string, Job>();
  desk.onJobEnd((job) => ended.set(job.id, job));

  const ask: TestDesk['ask'] = async (path, input) => {
    const type = PROCEDURES.get(path) ?? 'query';
    const outcome = await desk.call({ path, type, input });
    const answer: unknown = JSON.parse(outcome.json);
    if (outcome.isOk) return z.record(z.string(), z.unknown()).catch({}).parse(answer);
    throw z.object({ data: z.unknown() }).parse(answer).data;
  };
  return {
    desk,
    folder,
    userFolder,
    ask,
    handIn: async (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return (await desk.handIn(path)).ticket;
    },
    jobOf: async (path, input) => {
      const { id } = await ask(path, input);
      for (;;) {
        const job = ended.get(String(id));
        if (job !== undefined) return job;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    again: async (others = {}) => {
      await desk.shut();
      return openTestDesk({ ...options, ...others }, folder);
    },
    close: async () => {
      await desk.shut();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const NEW_COMPANY = {
  workspaceName: 'Acme: Größe/2026',
  timeZone: 'Europe/Berlin',
  reportingCurrency: 'EUR',
} as const;

/** Stripe products as JSON Lines. */
export function products(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `prod_${from + index}`,
      object: 'product',
      active: true,
      created: 1_700_000_000,
      name: `Product ${from + index}`,
      metadata: {},
      livemode: false,
      updated: 1_700_000_000,
    }),
  ).join('\n');
}
