// Puts a desk together and opens its first ledger.
import { openJobJournal } from '../../app/job-journal.ts';
import { openPreferences } from '../../app/preferences.ts';
import { openProblemLog } from '../../app/problem-log.ts';
import { sampleCompanyPath } from '../../app/sample-company.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { DeskStatus, Job } from '../../router/index.ts';
import { actingStatus, createActors } from './acting.ts';
import { createBackups } from './backups.ts';
import { createCaller } from './caller.ts';
import { createFeed } from './feed.ts';
import { openFirstLedger } from './first-ledger.ts';
import type { DeskHost, DeskOptions } from './host.ts';
import { createJobs } from './jobs.ts';
import { createLedgers } from './ledgers.ts';
import { createLedgerPlace } from './open-ledger.ts';
import { createOpenings } from './openings.ts';
import { traceOf } from './outcomes.ts';
import type { DeskParts } from './parts.ts';
import { createProcedures } from './procedures.ts';
import { createRecents } from './recents.ts';
import { createTickets } from './tickets.ts';
import { createOwnFiles } from './uploads.ts';

/** The desk of a running program, with its first ledger opening. */
export function createDesk(options: DeskOptions): DeskHost {
  const parts = partsOf(options);
  const { place, jobs, backups, tickets, ownFiles, openings, statuses } = parts;
  const ledgers = createLedgers(parts);
  const { ready, longFinding } = openFirstLedger(options.initial ?? null, ledgers);
  const answering = Promise.race([ready, longFinding, parts.longOpening]);
  answering.catch(() => undefined);
  backups.start();
  return {
    ready,
    answering,
    call: createCaller({ desk: createProcedures(parts, ledgers), parts, answering }),
    handIn: tickets.issue,
    receive: async (name, body) => await tickets.issue(await ownFiles.receive(name, body)),
    exportForBrowser: async (asked, signal) => {
      const { exportForBrowser } = await import('./browser-exports.ts');
      await answering.catch(() => undefined);
      return await exportForBrowser(place.required().core, ownFiles, asked, signal);
    },
    onJobEnd: parts.jobEnds.listen,
    onStatus: (listener) => {
      const stopping = new AbortController();
      void (async () => {
        for await (const status of statuses.follow(stopping.signal)) listener(status);
      })();
      return () => stopping.abort();
    },
    noteProblem: ({ kind, what }) => parts.problems.note(kind, what),
    shut: async () => {
      backups.stop();
      openings.stop();
      await ledgers.shut();
      await jobs.shut();
      await place.close();
      await ownFiles.removeAll();
    },
  };
}

interface OwnParts extends DeskParts {
  readonly jobEnds: { readonly listen: DeskHost['onJobEnd'] };
  /** Resolves when a ledger is first found to need to be brought up to date. */
  readonly longOpening: Promise<void>;
}

function partsOf(options: DeskOptions): OwnParts {
  const { userFolder, clock, door, version } = options;
  const preferences = openPreferences(userFolder);
  const problems = openProblemLog(clock, userFolder);
  const recents = createRecents(preferences);
  const samplePath = sampleCompanyPath(userFolder);
  const listeners = new Set<(job: Job) => void>();
  const actors = createActors(preferences);
  const longOpening = Promise.withResolvers<void>();
  const place = createLedgerPlace({
    samplePath,
    chosen: actors.chosen,
    onChange: () => statuses.changed(),
    onTrouble: ({ isLasting, cause }) => problems.note(isLasting ? 'core-down' : 'core-ended', traceOf(cause)),
  });
  const status = (): DeskStatus => ({
    door,
    version,
    ledger: place.current()?.told ?? null,
    opening: openings.current(),
    ...actingStatus(place.current()),
    recents: recents.list(),
    trouble: place.trouble(),
  });
  const statuses = createFeed(status);
  const jobs = createJobs({
    journal: openJobJournal(userFolder),
    clock,
    onEnd: (job, error) => {
      if (error !== null) problems.note('job-failed', whyOf(error));
      for (const listener of listeners) listener(job);
    },
  });
  const openings = createOpenings({
    begin: jobs.begin,
    onChange: () => {
      longOpening.resolve();
      statuses.changed();
    },
    onProgress: options.onOpening,
  });
  const backups = createBackups({ preferences, clock, current: place.current, begin: jobs.begin });
  return {
    options,
    samplePath,
    preferences,
    problems,
    recents,
    tickets: createTickets(),
    ownFiles: createOwnFiles(),
    place,
    jobs,
    openings,
    actors,
    longOpening: longOpening.promise,
    backups,
    statuses,
    status,
    jobEnds: {
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

function whyOf(error: unknown): string {
  return error instanceof CountinghouseError ? error.code : traceOf(error);
}
