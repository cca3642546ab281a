// `countinghouse serve`: the browser door on a ledger, until it is interrupted.
import { findLedger, type FoundLedger, type NamedLedger } from '../../../app/resolve-ledger.ts';
import { userFolder } from '../../../app/user-folder.ts';
import { createDesk, keySource } from '../../desk/index.ts';
import { CountinghouseError } from '../../../kernel/index.ts';
import { openDoor } from '../../http/index.ts';
import { openInBrowser } from '../browser.ts';
import type { LedgerOptions } from '../command.ts';
import { SCREENS } from '../screens.ts';
import type { Invocation } from '../terminal.ts';

export interface Serving {
  readonly port: number;
  readonly open?: boolean;
}

export async function serve(call: Invocation, options: LedgerOptions & Serving): Promise<number> {
  return await serveDesk(call, await findLedger(named(options)), options, true);
}

function named({ ledger, keyFile }: LedgerOptions): NamedLedger {
  return keyFile === undefined ? { ledger } : { ledger, keyFile };
}

/**
 * Opens the door, prints its link, and closes all when interrupted. The desk begins with the ledger, or with none.
 * A ledger that cannot be opened is raised where it `isRequired`, else noted. One that must be brought up to date keeps
 * nobody from the door: how far that has come is drawn here, and shown by the page.
 */
export async function serveDesk(
  call: Invocation,
  found: FoundLedger | null,
  { port, open }: Serving,
  isRequired: boolean,
): Promise<number> {
  const { interrupted } = call.terminal;
  const desk = createDesk({
    door: 'browser',
    version: call.version,
    userFolder: userFolder(),
    dialogs: null,
    initial: found === null ? null : { ...found.file, keySource: found.keySource && keySource(found.keySource) },
    clock: () => Math.floor(Date.now() / 1000),
    onOpening: (name, { done, total, unit }) => call.progress(openingLine(name, done, total, unit)),
  });
  try {
    const isStillOpening = await desk.answering.then(
      () => true,
      (error: unknown) => {
        if (isRequired) throw error;
        noteRefusal(call, error);
        return false;
      },
    );
    const door = await openDoor({ desk, port, screens: SCREENS });
    try {
      call.answer({ url: door.link, port: door.port });
      call.say(`Countinghouse is open at ${door.link}`);
      call.say('The link works once; Ctrl-C closes the door');
      if (open === true) openInBrowser(door.link);
      if (isStillOpening) {
        void desk.ready.catch((error: unknown) => noteRefusal(call, error)).finally(() => call.progress(null));
      }
      await interruption(interrupted);
    } finally {
      await door.close();
    }
  } finally {
    await desk.shut();
  }
  return 0;
}

function interruption(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Says what was refused, beside the result. What is no refusal is thrown on. */
export function noteRefusal(call: Invocation, error: unknown): void {
  if (!(error instanceof CountinghouseError)) throw error;
  if (error.code === 'canceled' && call.terminal.interrupted.aborted) return;
  const { what, where } = error;
  call.note(`countinghouse: ${what}${where === undefined ? '' : ` (${where})`}`);
}

function openingLine(name: string, done: number, total: number | null, unit: string): string {
  const end = total === null ? '' : ` of ${total.toLocaleString('en-US')}`;
  return `Bringing ${name} up to date: ${done.toLocaleString('en-US')}${end} ${unit}`;
}
