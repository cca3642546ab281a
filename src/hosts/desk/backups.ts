// Backups by schedule: overdue ones when a ledger is opened, then by the clock; so many copies kept, no other file touched.
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { z } from 'zod';
import type { KeptFile } from '../../app/kept-file.ts';
import { NO_SCHEDULE, type Preferences, type ScheduleEntry } from '../../app/preferences.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { BackupSchedule, Job, scheduleInput } from '../../router/index.ts';
import { backupName } from './file-names.ts';
import { backupWork } from './job-works.ts';
import type { BegunJob, JobWork } from './jobs.ts';
import type { OnDesk } from './open-ledger.ts';

const LOOK_INTERVAL_MS = 60_000;
const DAY_SECONDS = 86_400;
const SECONDS_OF: Readonly<Record<'day' | 'week', number>> = { day: DAY_SECONDS, week: 7 * DAY_SECONDS };
/** After an attempt that made no copy it is tried again this much later. */
const RETRY_SECONDS = 3_600;

export interface Backups {
  schedule(ledger: OnDesk): BackupSchedule;
  /** Raises `bad_input` naming the field. */
  change(ledger: OnDesk, wanted: z.output<typeof scheduleInput>): BackupSchedule;
  /** Begins the backup of the open ledger if it is overdue; `isOpening` tries again at once what failed before. */
  look(isOpening: boolean): Promise<Job | null>;
  /** Looks now and then, until it is stopped. */
  start(): void;
  stop(): void;
}

export interface BackupsOptions {
  readonly preferences: KeptFile<Preferences>;
  readonly clock: () => number;
  readonly current: () => OnDesk | null;
  readonly begin: (work: JobWork) => BegunJob;
}

export function createBackups({ preferences, clock, current, begin }: BackupsOptions): Backups {
  let timer: NodeJS.Timeout | undefined;
  /** The ledgers that a copy is being made of. */
  const running = new Set<string>();
  const entryOf = (path: string): ScheduleEntry => preferences.read().schedules[path] ?? NO_SCHEDULE;
  const edit = (path: string, changes: Partial<ScheduleEntry>): ScheduleEntry => {
    const entry = { ...entryOf(path), ...changes };
    preferences.change((all) => ({ ...all, schedules: { ...all.schedules, [path]: entry } }));
    return entry;
  };

  const look = async (isOpening: boolean): Promise<Job | null> => {
    const ledger = current();
    if (ledger === null) return null;
    const { path } = ledger;
    const { folder, ...entry } = entryOf(path);
    if (folder === null || running.has(path) || !isDue(entry, clock(), isOpening)) return null;
    running.add(path);
    return await copy(ledger, folder).finally(() => running.delete(path));
  };
  const copy = async ({ path, ownCore, told }: OnDesk, folder: string): Promise<Job> => {
    const triedAt = clock();
    edit(path, { triedAt });
    const target = join(folder, backupName(path, triedAt));
    const job = await begin(backupWork({ core: ownCore, path }, told.name, target)).ended;
    if (job.state !== 'done') {
      edit(path, { lastRefusal: job.refusal });
      return job;
    }
    const copies = [...entryOf(path).copies, target];
    const { keep } = entryOf(path);
    for (const old of copies.slice(0, -keep)) await rm(old, { force: true }).catch(() => undefined);
    edit(path, { lastAt: triedAt, lastRefusal: null, copies: copies.slice(-keep) });
    return job;
  };

  return {
    schedule: ({ path }) => answerOf(entryOf(path)),
    change: ({ path }, { every, folder, keep }) => {
      if (folder !== null) requireFolder(folder);
      if (every !== 'never' && folder === null) {
        throw new CountinghouseError('bad_input', { what: 'Copies need a folder to go to', where: 'folder' });
      }
      return answerOf(edit(path, { every, folder, keep }));
    },
    look,
    start: () => {
      timer ??= setInterval(() => void look(false).catch(() => undefined), LOOK_INTERVAL_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
}

type Times = Pick<ScheduleEntry, 'every' | 'triedAt' | 'lastAt'>;

function isDue({ every, triedAt, lastAt }: Times, now: number, isOpening: boolean): boolean {
  if (every === 'never') return false;
  if (lastAt !== null && now - lastAt < SECONDS_OF[every]) return false;
  const isWaiting = triedAt !== null && now - triedAt < RETRY_SECONDS;
  return isOpening || !isWaiting;
}

function answerOf({ every, folder, keep, lastAt, lastRefusal }: ScheduleEntry): BackupSchedule {
  return { every, folder, keep, lastAt, lastRefusal };
}

function requireFolder(folder: string): void {
  const isFolder = isAbsolute(folder) && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) {
    throw new CountinghouseError('bad_input', {
      what: `${folder} is not a folder`,
      where: 'folder',
      fix: 'Name a folder in full, and make it first',
    });
  }
}
