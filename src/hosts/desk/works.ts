// The desk's procedures that begin jobs: files in, exports and copies out, and a job begun again.
import { dirname, isAbsolute, join } from 'node:path';
import { requireFiles } from '../../app/named-files.ts';
import { refuseKept } from '../../app/output-path.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { Desk, Job } from '../../router/index.ts';
import type { Permission } from '../../governance/access/index.ts';
import { requirePermitted } from './acting.ts';
import { backupName } from './file-names.ts';
import type { ExportRequest } from './host.ts';
import { backupWork, exportWork, importWork, ratesWork } from './job-works.ts';
import type { JobWork } from './jobs.ts';
import { pathsFromDialogs } from './ledgers.ts';
import type { OnDesk } from './open-ledger.ts';
import type { DeskParts } from './parts.ts';

type WorkProcedures = Pick<Desk, 'importFiles' | 'importRates' | 'exportReport' | 'backup' | 'repeatJob'>;

export function createWorks({ options, place, tickets, jobs, ownFiles }: DeskParts): WorkProcedures {
  const { door, dialogs } = options;
  const permitted = (permission: Permission): OnDesk => {
    const open = place.required();
    requirePermitted(open, permission);
    return open;
  };

  /** Refusals of the work name files as they were handed in. */
  const naming = (work: JobWork, files: readonly string[]): JobWork => ({
    ...work,
    run: (told) => ownFiles.during(files, () => ownFiles.named(work.run(told))),
  });

  const importFiles = async (files: readonly string[], isStrict: boolean): Promise<Job> => {
    const open = permitted('stripe.import');
    await ownFiles.named(requireFiles(files));
    return jobs.begin(naming(importWork(open, { kind: 'import', files: [...files], isStrict }), files)).job;
  };
  const importRates = async (file: string): Promise<Job> => {
    const open = permitted('rates.import');
    await ownFiles.named(requireFiles([file]));
    return jobs.begin(naming(ratesWork(open, { kind: 'rates', file }), [file])).job;
  };
  const backup = (path: string): Job => {
    const open = permitted('ledger.backup');
    refuseKept(path, { ledger: open.path });
    return jobs.begin(backupWork(open, open.told.name, path)).job;
  };
  const placeForCopy = async (path: string | undefined): Promise<string | null> => {
    const suggestedName = backupName(place.required().path, options.clock());
    if (path === undefined) {
      if (dialogs !== null) return await dialogs.saveFile({ suggestedName, format: 'ledger' });
      return join(dirname(place.required().path), suggestedName);
    }
    if (door === 'desktop') throw pathsFromDialogs();
    if (isAbsolute(path)) return path;
    throw new CountinghouseError('bad_input', { what: 'The path must be given in full', where: 'path' });
  };

  return {
    importFiles: ({ tickets: given, isStrict }) => importFiles(given.map(tickets.pathOf), isStrict),
    importRates: (ticket) => importRates(tickets.pathOf(ticket)),
    exportReport: async (asked) => {
      const open = permitted('reports.export');
      if (dialogs === null) {
        throw new CountinghouseError('unavailable', {
          what: 'A browser takes exports as downloads',
          fix: 'Ask for the address of the export',
        });
      }
      const chosen = await dialogs.saveFile({ suggestedName: exportName(open.told.name, asked), format: asked.format });
      if (chosen === null) return null;
      refuseKept(chosen, { ledger: open.path });
      return jobs.begin(exportWork(open, asked, chosen)).job;
    },
    backup: async ({ path }) => {
      permitted('ledger.backup');
      const chosen = await placeForCopy(path);
      return chosen === null ? null : backup(chosen);
    },
    repeatJob: async (id) => {
      const open = place.required();
      const given = jobs.takeForRepeating(id, open.path);
      if (given.kind === 'import') return await importFiles(given.files, given.isStrict);
      if (given.kind === 'rates') return await importRates(given.file);
      if (given.kind === 'backup') return backup(given.path);
      throw new Error(`a job of the kind ${given.kind} was taken for repeating`);
    },
  };
}

/** The name that an export is proposed under: `Acme movements.csv`. */
export function exportName(ledgerName: string, { report, format }: ExportRequest): string {
  return `${ledgerName} ${report}.${format}`;
}
