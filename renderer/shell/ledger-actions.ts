// What commands, the menu, buttons and dropped files ask of the desk: one path for each.
import { client } from '../core/client.ts';
import { refreshDesk } from '../core/desk-status.ts';
import type { ExportRequest, HandedFile, Job } from '../core/outputs.ts';
import { refusalOf } from '../core/refusal.ts';
import { tell, tellRefusal } from '../core/toasts.ts';
import { copyText } from './clipboard.ts';
import { shell } from './shell.ts';
import type { LedgerChoice, Surroundings } from './surroundings.ts';

/** Refusals that a key can mend. */
const KEY_CODES: ReadonlySet<string> = new Set(['key_missing', 'wrong_key']);

/**
 * Opens a ledger in place of the present one; where its key is found nowhere, the guide asks for it.
 * True when it is open.
 */
export async function openLedger(choice: LedgerChoice, surroundings: Surroundings): Promise<boolean> {
  const ledger = 'ticket' in choice ? { ticket: choice.ticket } : { recent: choice.recent };
  try {
    const opened = await client.desk.open.mutate({ ledger });
    await refreshDesk(opened);
    tell({ what: `${opened.ledger?.name ?? choice.name} is open` });
    return true;
  } catch (error) {
    if (KEY_CODES.has(refusalOf(error).code)) surroundings.guide({ step: 'open', ledger: choice });
    else tellRefusal(error);
    return false;
  }
}

/** Closes the ledger; it can be opened again at once. */
export async function closeLedger({ desk }: Surroundings): Promise<void> {
  const closing = desk?.ledger;
  if (!closing) return;
  try {
    await refreshDesk(await client.desk.close.mutate());
    const undo = async () => refreshDesk(await client.desk.open.mutate({ ledger: { recent: closing.path } }));
    tell({ what: `${closing.name} is closed`, undo });
  } catch (error) {
    tellRefusal(error);
  }
}

/** Begins an import of exported Stripe objects. */
export async function importFiles(files: readonly HandedFile[], isStrict = false): Promise<Job | null> {
  if (files.length === 0) return null;
  return started(client.desk.importFiles.mutate({ tickets: files.map(({ ticket }) => ticket), isStrict }));
}

/** Asks for a file of exchange rates and takes it in. */
export async function chooseRates(): Promise<void> {
  try {
    const [file] = await shell.chooseFiles('rates');
    if (file !== undefined) await importRates(file);
  } catch (error) {
    tellRefusal(error);
  }
}

/** Takes a file of exchange rates in. */
export async function importRates(file: HandedFile): Promise<Job | null> {
  return started(client.desk.importRates.mutate({ ticket: file.ticket }));
}

/** Copies the ledger to where a native dialog names; in a browser, to the path. */
export async function backUp(path?: string): Promise<Job | null> {
  return started(client.desk.backup.mutate(path === undefined ? {} : { path }));
}

/** Writes a report to a file. */
export async function exportReport(request: ExportRequest): Promise<void> {
  try {
    await shell.exportReport(request);
  } catch (error) {
    tellRefusal(error);
  }
}

/** Copies a link to what is shown: in the window one that opens it there. */
export async function copyLink(): Promise<void> {
  const { pathname, search, href } = window.location;
  await copied(shell.isWindow ? `countinghouse://open${pathname}${search}` : href, 'The link to this view is copied');
}

/** Copies a report on the program: no secret and no customer is in it. */
export async function copyProblemReport(addition = ''): Promise<void> {
  try {
    const report = await client.desk.problemReport.query();
    await copied(addition === '' ? report : `${report}\n\n${addition}`, 'The report is copied; no secret is in it');
  } catch (error) {
    if (addition === '') tellRefusal(error);
    else await copied(addition, 'The report is copied; the core did not answer, so its part is missing');
  }
}

async function copied(text: string, done: string): Promise<void> {
  if (await copyText(text)) tell({ what: done });
  else tell({ what: 'The clipboard is closed to this page', fix: 'Allow it and try again.', isTrouble: true });
}

async function started(job: Promise<Job | null>): Promise<Job | null> {
  try {
    return await job;
  } catch (error) {
    tellRefusal(error);
    return null;
  }
}
