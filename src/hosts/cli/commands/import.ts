// `countinghouse import`: Stripe objects and events into a ledger, which is made where there is none.
import { existsSync } from 'node:fs';
import { openForWriting } from '../../../app/open-ledger.ts';
import { requireFiles } from '../../../app/named-files.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { CountinghouseError } from '../../../kernel/index.ts';
import type { WritableLedger } from '../../../ledger/index.ts';
import { importFiles, type ImportProgress, type ImportResult } from '../../../stripe/objects/index.ts';
import { refuseOtherSettings } from '../existing-ledger.ts';
import { type NewLedgerOptions, startCompany, type StartedCompany } from '../new-ledger.ts';
import { progressLine } from '../progress-line.ts';
import type { Invocation } from '../terminal.ts';

const CANCELED = 1;
const BAD_INPUT = 2;
const PROBLEMS_SHOWN = 20;

interface ImportOptions extends NewLedgerOptions {
  readonly strict?: boolean;
}

export async function importObjects(call: Invocation, options: ImportOptions): Promise<number> {
  await requireFiles(options.files);
  const company = existsSync(options.ledger) ? null : await startCompany(call, options, 'countinghouse import');
  const result =
    company === null
      ? await takeIn(call, await openExisting(call, options), options)
      : await takeInFirst(call, company, options);
  call.answer(company === null || result.batch === null ? result : { ...result, recoveryKey: company.recoveryKey });
  tell(call, result);
  if (result.problemCount > 0) return BAD_INPUT;
  return result.isCanceled ? CANCELED : 0;
}

async function openExisting(call: Invocation, options: ImportOptions): Promise<WritableLedger> {
  const ledger = await openForWriting({
    ...(await resolveLedger(options)),
    command: 'countinghouse import',
    onProgress: (progress) => call.progress(progressLine(progress)),
  });
  try {
    await refuseOtherSettings(ledger.read, options);
    return ledger;
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** Takes in what a new ledger begins with; where nothing goes in, no ledger is left. */
async function takeInFirst(call: Invocation, company: StartedCompany, options: ImportOptions): Promise<ImportResult> {
  let isEmpty = true;
  company.ledger.onChange(() => {
    isEmpty = false;
    // What is durable can be opened later only by who was told the key.
    company.announce();
  });
  try {
    const result = await takeIn(call, company.ledger, options);
    if (result.batch !== null) {
      isEmpty = false;
      company.announce();
    } else if (result.problemCount === 0 && !result.isCanceled) {
      throw new CountinghouseError('bad_input', {
        what: 'There is nothing to take in; no ledger was made',
        fix: 'Name files with Stripe objects or events in them',
      });
    }
    return result;
  } finally {
    if (isEmpty) await company.discard();
  }
}

async function takeIn(
  call: Invocation,
  ledger: WritableLedger,
  { files, strict = false }: ImportOptions,
): Promise<ImportResult> {
  try {
    return await importFiles(ledger, files, {
      isStrict: strict,
      signal: call.terminal.interrupted,
      onProgress: (progress) => call.progress(importLine(progress)),
    });
  } finally {
    await ledger.close();
    call.progress(null);
  }
}

function importLine({ phase, bytesRead, bytesTotal, objects, left }: ImportProgress): string {
  if (phase === 'settling') return `Working out the figures of ${count(left)} customers`;
  const share = bytesTotal === 0 ? '' : ` (${Math.floor((bytesRead / bytesTotal) * 100)} %)`;
  return `${phase === 'checking' ? 'Checking' : 'Taking in'}: ${count(objects)} objects${share}`;
}

function tell(call: Invocation, result: ImportResult): void {
  const { types, problems, problemCount, added, known, isCanceled, batch } = result;
  for (const type of types) {
    call.say(
      `${type.type.padEnd(30)} ${count(type.added).padStart(10)} added ${count(type.known).padStart(10)} known${type.isKnownType ? '' : '   kept as facts: an unknown type'}`,
    );
  }
  call.say(`${'All'.padEnd(30)} ${count(added).padStart(10)} added ${count(known).padStart(10)} known`);
  if (call.isJson) return;
  const firstOfCsv = problems.find(isOfCsv);
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) {
    const { file, line, field, message } = problem;
    call.note(`${file}:${line}: ${field === '' ? '' : `${field}: `}${message}`);
    if (problem === firstOfCsv) call.note('This looks like CSV; exchange rates go in with countinghouse rates');
  }
  if (problemCount > PROBLEMS_SHOWN) call.note(`and ${count(problemCount - PROBLEMS_SHOWN)} more`);
  if (problemCount > 0) {
    call.note(
      `countinghouse: ${count(problemCount)} ${problemCount === 1 ? 'line' : 'lines'} could not be read; ${batch === null ? 'nothing was changed' : 'everything else went in'}`,
    );
  }
  if (isCanceled)
    call.note('countinghouse: interrupted; what was taken in so far is kept, and the same command takes in the rest');
}

function isOfCsv({ file, message }: ImportResult['problems'][number]): boolean {
  return message.startsWith('is not JSON') && (/\.csv$/i.test(file) || message.includes('date,base'));
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
