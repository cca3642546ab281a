// What a person's program remembers between two runs: ledgers opened lately, whom it acts as in them, backup schedules,
// the window's place.
import { join } from 'node:path';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../kernel/index.ts';
import { type KeptFile, keptFile } from './kept-file.ts';
import { userFolder } from './user-folder.ts';

const RECENTS_KEPT = 12;

const recent = z.object({ path: z.string(), lastOpenedAt: z.int() });

const schedule = z.object({
  every: z.enum(['never', 'day', 'week']),
  folder: z.string().nullable(),
  keep: z.int().min(1).max(365),
  /** The last attempt, whether it succeeded or not, in epoch seconds. */
  triedAt: z.int().nullable(),
  lastAt: z.int().nullable(),
  lastRefusal: z
    .object({
      code: z.custom<ErrorCode | 'defect'>((code) => code === 'defect' || Object.hasOwn(ERROR_CODES, String(code))),
      what: z.string(),
      where: z.string().nullable(),
      fix: z.string().nullable(),
      httpStatus: z.int(),
    })
    .nullable(),
  /** The copies that the schedule made itself, the oldest first; it removes no others. */
  copies: z.array(z.string()),
});

const windowPlace = z.object({
  /** Null where the system is to choose. */
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
});

const preferences = z.object({
  /** The latest first. */
  recents: z.array(recent).default([]),
  /** By the path of the ledger. */
  schedules: z.record(z.string(), schedule).default({}),
  /** The member that the program acts as, by the path of the ledger. */
  actors: z.record(z.string(), z.string()).default({}),
  windowPlace: windowPlace.nullable().default(null),
});

export type Preferences = z.output<typeof preferences>;
export type RecentEntry = z.output<typeof recent>;
export type ScheduleEntry = z.output<typeof schedule>;
export type WindowPlace = z.output<typeof windowPlace>;

export const NO_SCHEDULE: ScheduleEntry = {
  every: 'never',
  folder: null,
  keep: 14,
  triedAt: null,
  lastAt: null,
  lastRefusal: null,
  copies: [],
};

/** The preferences in the person's folder; `read` and `change` are at once and whole. */
export function openPreferences(folder = userFolder()): KeptFile<Preferences> {
  return keptFile(join(folder, 'preferences.json'), preferences, {
    recents: [],
    schedules: {},
    actors: {},
    windowPlace: null,
  });
}

/** The recents with this ledger first. */
export function withRecent(recents: readonly RecentEntry[], entry: RecentEntry): RecentEntry[] {
  return [entry, ...recents.filter(({ path }) => path !== entry.path)].slice(0, RECENTS_KEPT);
}
