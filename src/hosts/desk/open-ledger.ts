// The one ledger that is open on a desk: opened in place of another, closed, and what is known of its core's health.
import { realpathSync, statSync } from 'node:fs';
import { CountinghouseError } from '../../kernel/index.ts';
import { cloudServiceOf, type LedgerFile } from '../../ledger/index.ts';
import type { ErrorAnswer, KeySource, OpenLedger } from '../../router/index.ts';
import { refusalAnswer } from '../../router/index.ts';
import { type Core, startCore, type Trouble } from '../worker/index.ts';
import { type ActingOnDesk, askActing, coreActingAs } from './acting.ts';
import { nameOf } from './file-names.ts';
import type { Opening } from './openings.ts';

/** How long it is told that the core was started again. */
const TROUBLE_SHOWN_MS = 60_000;

export interface OnDesk {
  readonly file: LedgerFile;
  readonly path: string;
  /** The core as it answers whoever this program acts as. */
  readonly core: Core;
  /** The core as it answers the program itself, in what it does on its own. */
  readonly ownCore: Core;
  readonly acting: ActingOnDesk;
  readonly keySource: KeySource;
  readonly told: OpenLedger;
}

export interface LedgerPlace {
  current(): OnDesk | null;
  /** Raises `not_found` when no ledger is open. */
  required(): OnDesk;
  /** Opens the ledger, and only then closes the one that was open. Raises what opening raises, and then changes nothing. */
  open(file: LedgerFile, keySource: KeySource, opening: Opening): Promise<OnDesk>;
  /** Asks anew who acts, and what they may do. */
  refreshActing(): Promise<void>;
  close(): Promise<void>;
  trouble(): ErrorAnswer | null;
  /** The core of the open ledger ended and was not started again. */
  isDown(): boolean;
}

export interface LedgerPlaceOptions {
  readonly samplePath: string;
  /** The member that was chosen to act in the ledger of the path. */
  readonly chosen: (path: string) => string | null;
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onChange: () => void;
}

export function createLedgerPlace({ samplePath, chosen, onTrouble, onChange }: LedgerPlaceOptions): LedgerPlace {
  let current: OnDesk | null = null;
  let trouble: ErrorAnswer | null = null;
  let isDown = false;
  let calming: NodeJS.Timeout | undefined;

  const calm = (): void => {
    clearTimeout(calming);
    trouble = null;
    isDown = false;
  };
  const troubled = (met: Trouble): void => {
    clearTimeout(calming);
    trouble = refusalAnswer(met.refusal);
    isDown = met.isLasting;
    onTrouble(met);
    if (!met.isLasting) {
      calming = setTimeout(() => {
        calm();
        onChange();
      }, TROUBLE_SHOWN_MS).unref();
    }
    onChange();
  };

  return {
    current: () => current,
    trouble: () => trouble,
    isDown: () => isDown,
    required: () => {
      if (current === null) throw noLedger();
      return current;
    },
    open: async (file, keySource, { onProgress, signal }) => {
      const path = realpathSync(file.path);
      const { key } = file;
      const ownCore = await startCore({ path, key, onTrouble: troubled, onOpening: onProgress, signal });
      const acting = await askActing(ownCore, chosen(path)).catch(async (error: unknown) => {
        await ownCore.close();
        throw error;
      });
      const core = coreActingAs(ownCore, () => chosen(path));
      const left = current;
      current = { file: { path, key }, path, core, ownCore, acting, keySource, told: describe(path, file, samplePath) };
      calm();
      onChange();
      await left?.core.close();
      return current;
    },
    refreshActing: async () => {
      const asked = current;
      if (asked === null) return;
      const acting = await askActing(asked.ownCore, chosen(asked.path));
      if (current !== asked) return;
      current = { ...asked, acting };
      onChange();
    },
    close: async () => {
      const left = current;
      current = null;
      calm();
      onChange();
      await left?.core.close();
    },
  };
}

export function noLedger(): CountinghouseError {
  return new CountinghouseError('not_found', { what: 'No ledger is open', fix: 'Open one, or make a new one' });
}

/** Whether both paths lead to one file. */
export function isSameFile(one: string, other: string): boolean {
  const [here, there] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return here !== undefined && there !== undefined && here.dev === there.dev && here.ino === there.ino;
}

function describe(path: string, { key }: LedgerFile, samplePath: string): OpenLedger {
  return {
    name: nameOf(path),
    path,
    isEncrypted: key !== null,
    isSample: isSameFile(path, samplePath),
    cloudService: cloudServiceOf(path),
  };
}
