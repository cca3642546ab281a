// The jobs of this run, and the interrupted ones of the last: begun, told of, canceled, put away.
import { randomUUID } from 'node:crypto';
import type { JobGiven, JobJournal, JournalEntry } from '../../app/job-journal.ts';
import { isRepeatable } from '../../app/job-journal.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { Job, JobProgress } from '../../router/index.ts';
import { createFeed } from './feed.ts';
import { answerOf } from './outcomes.ts';

/** A page that follows the jobs is told of progress this often. */
const TELLING_PAUSE_MS = 100;
/** Ended jobs that are still shown. */
const ENDED_SHOWN = 50;

/** What a job that did not fail came to. */
export interface JobEnd {
  readonly state: 'done' | 'canceled';
  /** In a sentence. */
  readonly outcome: string;
}

export interface JobWork {
  readonly name: string;
  readonly given: JobGiven;
  /** The ledger that it works on; null for the making of one. */
  readonly ledger: string | null;
  /** Raises the refusal that it failed with; `canceled` ends it as canceled. */
  run(told: { readonly signal: AbortSignal; progress(progress: JobProgress): void }): Promise<JobEnd>;
}

export interface BegunJob {
  readonly job: Job;
  /** Its last state; never rejects. */
  readonly ended: Promise<Job>;
}

export interface Jobs {
  begin(work: JobWork): BegunJob;
  /** The latest first. */
  list(): Job[];
  follow(signal: AbortSignal): AsyncIterable<readonly Job[]>;
  /** The running ones, with what they were given. */
  running(): readonly Running[];
  /** Raises `not_found`, and `bad_input` for one that has ended. */
  cancel(id: string): void;
  /** Puts an ended one away. Raises `not_found`, and `bad_input` for one that runs. */
  dismiss(id: string): void;
  /**
   * What a job on this ledger is to be begun again with; it is put away. Raises `not_found`, and `bad_input` for one that
   * cannot be repeated, or belongs to another ledger.
   */
  takeForRepeating(id: string, ledger: string): JobGiven;
  /** Ends all; what did not come to its end stays in the journal. */
  shut(): Promise<void>;
}

export interface Running {
  readonly job: Job;
  readonly given: JobGiven;
}

interface Entry {
  job: Job;
  readonly given: JobGiven;
  readonly ledger: string | null;
  readonly canceling: AbortController;
  ended: Promise<Job>;
}

export interface JobsOptions {
  readonly journal: JobJournal;
  readonly clock: () => number;
  readonly onEnd: (job: Job, error: unknown) => void;
}

export function createJobs({ journal, clock, onEnd }: JobsOptions): Jobs {
  const entries = new Map<string, Entry>();
  for (const left of journal.interrupted(clock())) {
    const job = interruptedJob(left);
    entries.set(left.id, { ...left, job, canceling: new AbortController(), ended: Promise.resolve(job) });
  }
  let isShut = false;
  const list = (): Job[] => [...entries.values()].map(({ job }) => job).reverse();
  const feed = createFeed(list, TELLING_PAUSE_MS);

  const change = (entry: Entry, changes: Partial<Job>): void => {
    entry.job = { ...entry.job, ...changes };
    feed.changed();
  };
  const end = (entry: Entry, changes: Partial<Job>, error: unknown): Job => {
    const isLeft = isShut && changes.state !== 'done';
    if (!isLeft) journal.forget(entry.job.id);
    change(entry, { ...changes, endedAt: clock() });
    for (const { job } of [...entries.values()].filter(({ job }) => job.endedAt !== null).slice(0, -ENDED_SHOWN)) {
      entries.delete(job.id);
      journal.forget(job.id);
    }
    onEnd(entry.job, error);
    return entry.job;
  };
  const work = async (entry: Entry, run: JobWork['run']): Promise<Job> => {
    const { signal } = entry.canceling;
    try {
      const { state, outcome } = await run({ signal, progress: (progress) => change(entry, { progress }) });
      return end(entry, { state, outcome, progress: null }, null);
    } catch (error) {
      if (error instanceof CountinghouseError && error.code === 'canceled') {
        return end(entry, { state: 'canceled', outcome: 'Canceled', progress: null }, null);
      }
      const canBeRepeated = isRepeatable(entry.given);
      return end(entry, { state: 'failed', refusal: answerOf(error), progress: null, canBeRepeated }, error);
    }
  };
  const find = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry !== undefined) return entry;
    throw new CountinghouseError('not_found', { what: 'This job is no longer known' });
  };
  const putAway = (id: string): Entry => {
    const entry = find(id);
    if (entry.job.state === 'running') {
      throw new CountinghouseError('bad_input', { what: 'This job is still running', fix: 'Cancel it first' });
    }
    entries.delete(id);
    journal.forget(id);
    feed.changed();
    return entry;
  };

  return {
    begin: ({ name, given, ledger, run }) => {
      if (isShut) throw new CountinghouseError('unavailable', { what: 'Countinghouse is closing' });
      const job = begunJob(name, clock());
      journal.begin({ id: job.id, name, startedAt: job.startedAt, ledger, given });
      const entry: Entry = { job, given, ledger, canceling: new AbortController(), ended: Promise.resolve(job) };
      entries.set(job.id, entry);
      entry.ended = work(entry, run);
      feed.changed();
      return { job, ended: entry.ended };
    },
    list,
    follow: feed.follow,
    running: () => [...entries.values()].filter(({ job }) => job.state === 'running'),
    cancel: (id) => {
      const entry = find(id);
      if (entry.job.state !== 'running') throw new CountinghouseError('bad_input', { what: 'This job has ended' });
      entry.canceling.abort();
    },
    dismiss: (id) => void putAway(id),
    takeForRepeating: (id, open) => {
      const { job, given, ledger } = find(id);
      if (ledger !== open) {
        throw new CountinghouseError('bad_input', {
          what: 'This job belongs to another ledger',
          fix: 'Open that ledger first',
        });
      }
      if (!job.canBeRepeated || !isRepeatable(given)) {
        throw new CountinghouseError('bad_input', {
          what: 'This job cannot be begun again as it was',
          fix: 'Begin it anew with its files',
        });
      }
      return putAway(id).given;
    },
    shut: async () => {
      isShut = true;
      const running = [...entries.values()].filter(({ job }) => job.state === 'running');
      for (const { canceling } of running) canceling.abort();
      await Promise.all(running.map(({ ended }) => ended));
    },
  };
}

function begunJob(name: string, startedAt: number): Job {
  return {
    id: randomUUID(),
    name,
    state: 'running',
    progress: null,
    startedAt,
    endedAt: null,
    outcome: null,
    refusal: null,
    canBeRepeated: false,
  };
}

function interruptedJob({ id, name, startedAt, endedAt, given }: JournalEntry): Job {
  const canBeRepeated = isRepeatable(given);
  const outcome = 'Countinghouse ended before this did; what was taken in until then is kept';
  return {
    ...begunJob(name, startedAt),
    id,
    state: 'interrupted',
    endedAt,
    outcome: given.kind === 'import' ? outcome : 'Countinghouse ended before this did',
    canBeRepeated,
  };
}
