// Ledgers onto the desk and off it: opened, made, the sample company, closed.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { JobGiven } from '../../app/job-journal.ts';
import { documentsFolder } from '../../app/user-folder.ts';
import { keepKey, type Keychain, makeKey, type NewKey } from '../../governance/secrets/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { LedgerFile, LedgerKey } from '../../ledger/index.ts';
import type { createInput, Desk, KeySource, MadeLedger } from '../../router/index.ts';
import { makeSample } from '../worker/index.ts';
import { fileNameOf } from './file-names.ts';
import { progressTeller } from './job-works.ts';
import type { BegunJob, JobWork } from './jobs.ts';
import { keyOf, namingTypedKey } from './keys.ts';
import { isSameFile } from './open-ledger.ts';
import { answered } from './outcomes.ts';
import type { DeskParts } from './parts.ts';

type LedgerProcedures = Pick<Desk, 'open' | 'create' | 'openSample' | 'close'>;

export interface Ledgers extends LedgerProcedures {
  /** Opens a ledger whose key was found already, unless another one was opened meanwhile. */
  openFirst(file: LedgerFile, source: KeySource): Promise<void>;
  /** Opens and closes nothing more, and waits for what is being opened or closed. */
  shut(): Promise<void>;
}

/** Jobs that go on while another ledger is opened: of the program's own, or on a copy of what they need. */
const ELSEWHERE: ReadonlySet<JobGiven['kind']> = new Set(['backup', 'sample', 'opening']);

export function createLedgers(parts: DeskParts): Ledgers {
  const { options, place, recents, tickets, jobs, backups, openings, ownFiles, samplePath } = parts;
  const afterOthers = createTurns();
  let isShut = false;
  const unlessShut = <R>(work: () => Promise<R>): Promise<R> =>
    afterOthers(() => {
      if (isShut) throw new CountinghouseError('unavailable', { what: 'Countinghouse is closing' });
      return work();
    });
  /** In its turn, which is refused rather than waited for where that may take minutes. */
  const inTurn = async <R>(work: () => Promise<R>): Promise<R> => {
    openings.refuseMeanwhile();
    return await unlessShut(work);
  };
  let makingSample: BegunJob | null = null;

  const openFile = async (file: LedgerFile, source: KeySource): Promise<void> => {
    const { path } = await openings.follow(file.path, (opening) => place.open(file, source, opening));
    recents.opened(path, options.clock());
    parts.statuses.changed();
    void backups.look(true).catch(() => undefined);
  };
  const refuseLeaving = (): void => {
    const running = jobs.running().find(({ given }) => !ELSEWHERE.has(given.kind));
    if (running === undefined) return;
    throw new CountinghouseError('ledger_busy', {
      what: `${running.job.name} is still running on this ledger`,
      fix: 'Wait until it has ended, or cancel it',
    });
  };
  const refuseSame = (path: string): void => {
    const current = place.current();
    if (current === null || !isSameFile(current.path, path) || place.isDown()) return;
    throw new CountinghouseError('bad_input', { what: 'This ledger is open already', where: path });
  };

  return {
    openFirst: (file, source) =>
      unlessShut(async () => {
        if (place.current() === null) await openFile(file, source);
      }),
    shut: () => {
      isShut = true;
      return afterOthers(async () => undefined);
    },
    open: ({ ledger, recoveryKey, isKeyKept }) =>
      inTurn(async () => {
        const path = 'ticket' in ledger ? tickets.pathOf(ledger.ticket) : recents.required(ledger.recent);
        refuseSame(path);
        refuseLeaving();
        const { key, source } = await ownFiles.named(keyOf(path, recoveryKey, options.keySources ?? {}));
        if (ownFiles.has(path)) throw onlyCopy();
        await openFile({ path, key }, source).catch((error: unknown) => {
          throw source === 'typed' ? namingTypedKey(error) : error;
        });
        if (isKeyKept && key !== null) await keptIfPossible(place.required().path, key, options.keySources?.keychain);
        return parts.status();
      }),
    create: async (making) => {
      openings.refuseMeanwhile();
      refuseLeaving();
      // A dialog stays open as long as a person likes, and keeps nothing waiting.
      const path = await placeForNew(parts, making);
      return await inTurn(async () => {
        refuseLeaving();
        return await makeLedger(parts, path, making, openFile);
      });
    },
    openSample: async () => {
      openings.refuseMeanwhile();
      if (!existsSync(samplePath)) {
        makingSample ??= jobs.begin(sampleWork(parts));
        const { ended } = makingSample;
        const { state, refusal } = await ended.finally(() => {
          makingSample = null;
        });
        if (state === 'canceled') throw new CountinghouseError('canceled', { what: 'The sample company was not made' });
        if (state === 'failed') throw failureOf(refusal?.what);
      }
      return await inTurn(async () => {
        const current = place.current();
        if (current !== null && isSameFile(current.path, samplePath)) return parts.status();
        refuseLeaving();
        await openFile({ path: samplePath, key: null }, null);
        return parts.status();
      });
    },
    close: () =>
      inTurn(async () => {
        refuseLeaving();
        await place.close();
        return parts.status();
      }),
  };
}

/** Runs one after another what opens and closes. */
function createTurns(): <R>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

type Making = z.output<typeof createInput>;

/** Where a new ledger goes. Raises `canceled` when the dialog was, `not_permitted` for a path from a window, `bad_input`. */
async function placeForNew({ options }: DeskParts, { path, workspaceName }: Making): Promise<string> {
  const { door, dialogs } = options;
  const suggestedName = `${fileNameOf(workspaceName)}.ledger`;
  if (path !== undefined) {
    if (door === 'desktop') throw pathsFromDialogs();
    if (isAbsolute(path)) return path;
    throw new CountinghouseError('bad_input', { what: 'The path must be given in full', where: 'path' });
  }
  if (dialogs === null) {
    const folder = options.documentsFolder ?? documentsFolder();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return join(folder, suggestedName);
  }
  const chosen = await dialogs.saveFile({ suggestedName, format: 'ledger' });
  if (chosen === null) throw new CountinghouseError('canceled', { what: 'No place was chosen' });
  return chosen;
}

/** What a browser is told that sent a ledger: only a copy came, which is gone when the program ends. */
function onlyCopy(): CountinghouseError {
  return new CountinghouseError('bad_input', {
    what: 'A browser sends a copy of a ledger, and what is changed in a copy is lost',
    fix: 'Open the ledger where it lies: name its file under "Open a ledger"',
  });
}

/** What a window is told that names a path: its dialogs do. */
export function pathsFromDialogs(): CountinghouseError {
  return new CountinghouseError('not_permitted', { what: 'In the window, files are named by its dialogs' });
}

async function makeLedger(
  { options, place }: DeskParts,
  path: string,
  { workspaceName, timeZone, reportingCurrency, isEncrypted }: Making,
  open: (file: LedgerFile, source: KeySource) => Promise<void>,
): Promise<MadeLedger> {
  if (existsSync(path)) {
    throw new CountinghouseError('bad_input', {
      what: 'There is a file already',
      where: path,
      fix: 'Choose another name, or open that ledger',
    });
  }
  if (!existsSync(dirname(path))) {
    throw new CountinghouseError('bad_input', { what: 'There is no such folder', where: dirname(path) });
  }
  const { createCompany, removeLedger } = await import('../../app/create-company.ts');
  const made = isEncrypted ? await makeKey({ ...options.keySources, path }) : null;
  const file = { path, key: made?.key ?? null };
  const workspace = { name: workspaceName, timeZone, reportingCurrency };
  try {
    const ledger = await createCompany({ ...file, workspace, command: 'Countinghouse' });
    await ledger.close();
    await open(file, sourceOf(made)).catch((error: unknown) => {
      removeLedger(path);
      throw error;
    });
  } catch (error) {
    await made?.forget();
    throw error;
  }
  return {
    ledger: place.required().told,
    recoveryKey: made?.recoveryKey ?? null,
    keyPlace: made?.place ?? null,
  };
}

function sourceOf(made: NewKey | null): KeySource {
  if (made === null) return null;
  return made.place === 'nowhere' ? 'typed' : made.place;
}

function sampleWork({ options, samplePath }: DeskParts): JobWork {
  return {
    name: 'Sample company',
    given: { kind: 'sample' },
    ledger: null,
    run: async (told) => {
      const outcome = await makeSample({
        path: samplePath,
        size: options.sample ?? null,
        signal: told.signal,
        onItem: progressTeller(told),
      });
      answered(outcome, z.object({ path: z.string() }));
      return { state: 'done', outcome: 'The sample company is made' };
    },
  };
}

/** A system without a keychain keeps no key; the ledger is open all the same, and the desk's `key` says so. */
async function keptIfPossible(path: string, key: LedgerKey, keychain: Keychain | undefined): Promise<void> {
  await keepKey(path, key, keychain).catch((error: unknown) => {
    if (!(error instanceof CountinghouseError && error.code === 'unavailable')) throw error;
  });
}

function failureOf(what: string | undefined): CountinghouseError {
  return new CountinghouseError('unavailable', { what: what ?? 'The sample company could not be made' });
}
