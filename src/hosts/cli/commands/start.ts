// `countinghouse start`: what `npm start` runs where there is no window: the browser door on the ledger that was
// opened last, and on none the first time.
import { existsSync } from 'node:fs';
import { lastLedger } from '../../../app/last-ledger.ts';
import { findLedger, type FoundLedger } from '../../../app/resolve-ledger.ts';
import { sampleCompanyFile, sampleCompanyPath } from '../../../app/sample-company.ts';
import { userFolder } from '../../../app/user-folder.ts';
import type { Invocation } from '../terminal.ts';
import { sampleLine } from './sample.ts';
import { noteRefusal, serveDesk } from './serve.ts';

export interface StartOptions {
  readonly port: number;
  readonly json?: boolean;
  readonly open: boolean;
  /** Opens the sample company, made first if it is not there. */
  readonly sample?: boolean;
}

export async function start(call: Invocation, ledger: string | null, options: StartOptions): Promise<number> {
  if (ledger !== null) return await serveDesk(call, await findLedger({ ledger }), options, true);
  if (options.sample === true) return await serveDesk(call, await sampleCompany(call), options, true);
  // The page offers what else there is to open, so a ledger that cannot be opened keeps nobody from it.
  return await serveDesk(call, await lastOrNone(call), options, false);
}

/** The ledger that was opened last, if it is there and its key is found; otherwise why not, and none. */
async function lastOrNone(call: Invocation): Promise<FoundLedger | null> {
  return await lastLedger(userFolder()).catch((error: unknown) => {
    noteRefusal(call, error);
    return null;
  });
}

async function sampleCompany(call: Invocation): Promise<FoundLedger> {
  if (!existsSync(sampleCompanyPath())) call.note('Making the sample company, once; this takes a minute or so…');
  const file = await sampleCompanyFile({
    signal: call.terminal.interrupted,
    onProgress: (progress) => call.progress(sampleLine(progress)),
  });
  call.progress(null);
  return { file, keySource: null };
}
