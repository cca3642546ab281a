// `countinghouse serve`: the browser door, until it is interrupted.
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import type { LedgerFile } from '../../../ledger/index.ts';
import { openDoor } from '../../http/index.ts';
import { startCore } from '../../worker/index.ts';
import { openInBrowser } from '../browser.ts';
import type { LedgerOptions } from '../command.ts';
import { SCREENS } from '../screens.ts';
import type { Invocation } from '../terminal.ts';

interface Serving {
  readonly port: number;
  readonly open?: boolean;
}

export async function serve(call: Invocation, options: LedgerOptions & Serving): Promise<number> {
  return await serveLedger(call, await resolveLedger(options), options);
}

/** Opens the door on the ledger, prints its link, and closes both when interrupted. */
export async function serveLedger(call: Invocation, file: LedgerFile, { port, open }: Serving): Promise<number> {
  const { interrupted } = call.terminal;
  const core = await startCore(file);
  try {
    const door = await openDoor({ core, port, screens: SCREENS });
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
    await core.close();
  }
  return 0;
}

function interruption(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
