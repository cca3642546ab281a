// The jobs that have not ended, noted in the person's folder so that they are known after a restart.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from './alive.ts';
import { keptFile } from './kept-file.ts';
import { userFolder } from './user-folder.ts';

/** Whoever has not taken a job up again by then does not want it. */
const KEPT_SECONDS = 30 * 86_400;
const KEPT_JOBS = 50;

/** What a job was given, enough to begin it again. */
const given = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('import'), files: z.array(z.string()), isStrict: z.boolean() }),
  z.object({ kind: z.literal('rates'), file: z.string() }),
  z.object({ kind: z.literal('backup'), path: z.string() }),
  z.object({ kind: z.literal('export') }),
  z.object({ kind: z.literal('sample') }),
  z.object({ kind: z.literal('opening') }),
]);

const entry = z.object({
  id: z.string(),
  /** The process that runs it: the jobs of one that is alive are not interrupted. */
  pid: z.int(),
  name: z.string(),
  startedAt: z.int(),
  /** When it was found that its process had ended before it did; null until then. */
  endedAt: z.int().nullable().default(null),
  /** The ledger that it works on; null for the making of one. */
  ledger: z.string().nullable(),
  given,
});

export type JobGiven = z.output<typeof given>;
export type JournalEntry = z.output<typeof entry>;

export interface JobJournal {
  begin(job: Omit<JournalEntry, 'pid' | 'endedAt'>): void;
  /** The job has ended, or nobody wants to be told of it any more. */
  forget(id: string): void;
  /**
   * The jobs that a process left behind when it ended, at the latest `now`, in epoch seconds. They stay so, whichever
   * process has its number later; old ones are dropped.
   */
  interrupted(now: number): JournalEntry[];
}

/** The journal `jobs.json`. Several processes may share it. */
export function openJobJournal(folder = userFolder()): JobJournal {
  const file = keptFile(join(folder, 'jobs.json'), z.array(entry), []);
  return {
    begin: (job) => void file.change((all) => [...all, { ...job, pid: process.pid, endedAt: null }]),
    forget: (id) => {
      if (file.read().some((job) => job.id === id)) file.change((all) => all.filter((job) => job.id !== id));
    },
    interrupted: (now) => {
      if (file.read().length === 0) return [];
      const found = (all: JournalEntry[]): JournalEntry[] =>
        bounded(
          all.map((job) => endedIfLeft(job, now)),
          now,
        );
      return file.change(found).filter(({ endedAt }) => endedAt !== null);
    },
  };
}

function endedIfLeft(job: JournalEntry, now: number): JournalEntry {
  const isLeft = job.endedAt === null && (job.pid === process.pid || !isAlive(job.pid));
  return isLeft ? { ...job, endedAt: now } : job;
}

/** Without what began too long ago, and of the others the latest. */
function bounded(all: readonly JournalEntry[], now: number): JournalEntry[] {
  return all.filter(({ startedAt }) => now - startedAt < KEPT_SECONDS).slice(-KEPT_JOBS);
}

/** Whether the job can be begun again: it is of a kind that can, and what it was given is still there. */
export function isRepeatable(job: JobGiven): boolean {
  switch (job.kind) {
    case 'import':
      return job.files.every((file) => existsSync(file));
    case 'rates':
      return existsSync(job.file);
    case 'backup':
      return !existsSync(job.path);
    default:
      return false;
  }
}
