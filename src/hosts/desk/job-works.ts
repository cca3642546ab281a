// What each kind of job does on the open ledger, and how what came of it is said.
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import type { JobGiven } from '../../app/job-journal.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { JobProgress } from '../../router/index.ts';
import type { Core, Outcome } from '../worker/index.ts';
import type { ExportRequest } from './host.ts';
import type { JobEnd, JobWork } from './jobs.ts';
import { answered } from './outcomes.ts';

const imported = z.object({
  added: z.int(),
  known: z.int(),
  problemCount: z.int(),
  problems: z.array(z.object({ file: z.string(), line: z.int(), field: z.string(), message: z.string() })),
  batch: z.int().nullable(),
  isCanceled: z.boolean(),
});
const ratesTaken = z.object({ added: z.int(), known: z.int() });
const exported = z.object({ rows: z.int() });
const copied = z.object({ path: z.string(), bytes: z.int() });

/** The core of the open ledger, and the ledger's path. */
export interface OpenCore {
  readonly core: Core;
  readonly path: string;
}

type Told = Parameters<JobWork['run']>[0];

export function importWork(open: OpenCore, given: Extract<JobGiven, { kind: 'import' }>): JobWork {
  const { files, isStrict } = given;
  return {
    name: `Import of ${files.length === 1 ? basename(files[0] ?? '') : `${count(files.length)} files`}`,
    given,
    ledger: open.path,
    run: async (told) =>
      endOfImport(answered(await work(open, 'internal.importFiles', { files, isStrict }, told), imported)),
  };
}

export function ratesWork(open: OpenCore, given: Extract<JobGiven, { kind: 'rates' }>): JobWork {
  return {
    name: `Rates from ${basename(given.file)}`,
    given,
    ledger: open.path,
    run: async (told) => {
      const outcome = await work(open, 'internal.importRates', { file: given.file }, told);
      const { added, known } = answered(outcome, ratesTaken);
      return { state: 'done', outcome: `${counted(added, 'rate')} added, ${count(known)} known already` };
    },
  };
}

export function exportWork(open: OpenCore, asked: ExportRequest, path: string): JobWork {
  return {
    name: `Export to ${basename(path)}`,
    given: { kind: 'export' },
    ledger: open.path,
    run: async (told) => {
      const { rows } = answered(await work(open, 'internal.exportReport', { ...asked, path }, told), exported);
      return { state: 'done', outcome: `${counted(rows, 'row')} written to ${path}` };
    },
  };
}

export function backupWork(open: OpenCore, name: string, path: string): JobWork {
  return {
    name: `Backup of ${name}`,
    given: { kind: 'backup', path },
    ledger: open.path,
    run: async (told) => {
      const { bytes } = answered(await work(open, 'internal.backup', { path }, told), copied);
      if (told.signal.aborted) {
        await rm(path, { force: true });
        return { state: 'canceled', outcome: 'Canceled; no copy was kept' };
      }
      return { state: 'done', outcome: `${count(bytes)} bytes written to ${path}` };
    },
  };
}

/** Tells a job of the progress that comes as items of its call. */
export function progressTeller(told: Told): (json: string) => void {
  return (json) => {
    const progress: JobProgress = JSON.parse(json);
    told.progress(progress);
  };
}

function work({ core }: OpenCore, path: string, input: unknown, told: Told): Promise<Outcome> {
  return core.work({ path, input }, { signal: told.signal, onItem: progressTeller(told) });
}

function endOfImport(result: z.output<typeof imported>): JobEnd {
  const { added, known, problemCount, problems, batch, isCanceled } = result;
  const [first] = problems;
  if (problemCount > 0 && batch === null && added + known === 0) {
    throw new CountinghouseError('bad_input', {
      what: `${counted(problemCount, 'line')} could not be read; nothing was changed`,
      ...(first === undefined ? {} : { where: placeOf(first) }),
    });
  }
  const taken = `${counted(added, 'object')} added, ${count(known)} known already`;
  if (isCanceled) return { state: 'canceled', outcome: `Canceled; ${taken} until then` };
  if (first === undefined) return { state: 'done', outcome: taken };
  const unread = `${counted(problemCount, 'line')} could not be read, the first at ${placeOf(first)}`;
  return { state: 'done', outcome: `${taken}; ${unread}` };
}

function placeOf({ file, line, field, message }: z.output<typeof imported>['problems'][number]): string {
  return `${basename(file)} line ${line}${field === '' ? '' : `, ${field}`}: ${message}`;
}

function counted(value: number, what: string): string {
  return `${count(value)} ${what}${value === 1 ? '' : 's'}`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
