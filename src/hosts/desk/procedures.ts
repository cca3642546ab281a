// The desk's procedures, put together from its parts.
import { isAbsolute } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import type { Desk } from '../../router/index.ts';
import { askActing, requireMember, requirePermitted } from './acting.ts';
import { createKeyKeeping } from './keys.ts';
import { type Ledgers, pathsFromDialogs } from './ledgers.ts';
import type { DeskParts } from './parts.ts';
import { LINES_TOLD, problemReport } from './problem-report.ts';
import { createWorks } from './works.ts';

/** Of these a person chooses several at once. */
const MANY = new Set(['objects']);

export function createProcedures(parts: DeskParts, ledgers: Ledgers): Desk {
  const { options, place, recents, tickets, jobs, backups, actors } = parts;
  const { door, dialogs } = options;

  /** The folder that a ticket stands for, or that is named by its path where paths may be named. */
  const folderOf = (named: string): string => {
    const chosen = tickets.find(named);
    if (chosen !== null) return chosen;
    if (door === 'desktop' && named !== backups.schedule(place.required()).folder) throw pathsFromDialogs();
    return named;
  };

  return {
    ...ledgers,
    ...createKeyKeeping(place, options.keySources ?? {}),
    ...createWorks(parts),
    status: async () => parts.status(),
    statuses: (signal) => parts.statuses.follow(signal),
    choose: async (purpose) => {
      if (dialogs === null) {
        throw new CountinghouseError('unavailable', {
          what: 'A browser has no dialogs of this program',
          fix: 'Drop the file on the page, or name it by its path',
        });
      }
      const paths = await dialogs.openFiles(purpose, MANY.has(purpose));
      return await Promise.all(paths.map(tickets.issue));
    },
    name: async (path) => {
      if (door === 'desktop') throw pathsFromDialogs();
      if (isAbsolute(path)) return await tickets.issue(path);
      throw new CountinghouseError('bad_input', { what: 'The path must be given in full', where: 'path' });
    },
    forgetRecent: async (path) => {
      recents.forget(path);
      parts.statuses.changed();
      return parts.status();
    },
    rememberRecent: async (path) => {
      recents.putBack(path);
      parts.statuses.changed();
      return parts.status();
    },
    jobs: (signal) => jobs.follow(signal),
    cancelJob: async (id) => jobs.cancel(id),
    dismissJob: async (id) => jobs.dismiss(id),
    schedule: async () => backups.schedule(place.required()),
    actAs: async ({ memberId }) => {
      const { path, ownCore } = place.required();
      if (memberId !== null) requireMember(await askActing(ownCore, memberId), memberId);
      actors.choose(path, memberId);
      await place.refreshActing();
      return parts.status();
    },
    changeSchedule: async (wanted) => {
      requirePermitted(place.required(), 'ledger.backup');
      const folder = wanted.folder === null ? null : folderOf(wanted.folder);
      const changed = backups.change(place.required(), { ...wanted, folder });
      void backups.look(false).catch(() => undefined);
      return changed;
    },
    problemReport: () =>
      problemReport({
        door,
        version: options.version,
        versions: options.versions ?? {},
        ledger: place.current(),
        trouble: place.trouble(),
        running: jobs.running().map(({ given, job }) => ({ given, startedAt: job.startedAt })),
        problems: parts.problems.lastLines(LINES_TOLD),
      }),
  };
}
