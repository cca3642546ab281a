// `countinghouse serve`: the browser door on a ledger, until it is interrupted.
import { findLedger, type FoundLedger, type NamedLedger } from '../../../app/resolve-ledger.ts';
import { userFolder } from '../../../app/user-folder.ts';
import { createDesk, type DeskHost, keySource } from '../../desk/index.ts';
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
  return await serveDesk(call, await findLedger(named(options)), options, (desk) => desk.ready);
}

function named({ ledger, keyFile }: LedgerOptions): NamedLedger {
  return keyFile === undefined ? { ledger } : { ledger, keyFile };
}

/**
 * Opens the door, prints its link, and closes all when interrupted. The desk begins with the ledger, or with none;
 * `begun` waits for what must succeed before there is a link.
 */
export async function serveDesk(
  call: Invocation,
  found: FoundLedger | null,
  { port, open }: Serving,
  begun: (desk: DeskHost) => Promise<void>,
): Promise<number> {
  const { interrupted } = call.terminal;
  const desk = createDesk({
    door: 'browser',
    version: call.version,
    userFolder: userFolder(),
    dialogs: null,
    initial: found === null ? null : { ...found.file, keySource: found.keySource && keySource(found.keySource) },
    clock: () => Math.floor(Date.now() / 1000),
  });
  try {
    await begun(desk);
    const door = await openDoor({ desk, port, screens: SCREENS });
    try {
      call.answer({ url: door.link, port: door.port });
      call.say(`Countinghouse is open at ${door.link}`);
      call.say('The link works once; Ctrl-C closes the door');
      if (open === true) openInBrowser(door.link);
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
