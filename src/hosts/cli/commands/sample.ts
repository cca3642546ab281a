// `countinghouse sample`: the ledger of a sample company, or its objects as files.
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refuseKept } from '../../../app/output-path.ts';
import { applicationSchema } from '../../../app/schema.ts';
import { CountinghouseError } from '../../../kernel/index.ts';
import { createSample, type SampleProgress, writeSample } from '../../../stripe/sample/index.ts';
import type { LedgerOptions } from '../command.ts';
import type { Invocation } from '../terminal.ts';

/** The files that a sample's objects are written to. */
const OBJECT_FILE = /(?:^|[/\\])(?:\d{4}-\d{2}\.jsonl|rates\.csv)$/;

export interface SampleOptions extends LedgerOptions {
  readonly customers: number;
  readonly months: number;
  readonly seed: number;
  readonly objects?: string;
}

export async function makeSample(
  call: Invocation,
  { ledger, keyFile, customers, months, seed, objects }: SampleOptions,
): Promise<number> {
  const options = { customers, months, seed };
  if (objects !== undefined) checkFolder(objects, ledger, keyFile);
  const made = await createSample({
    path: ledger,
    schema: applicationSchema,
    options,
    command: 'countinghouse sample',
    signal: call.terminal.interrupted,
    onProgress: (progress) => call.progress(sampleLine(progress)),
  });
  call.progress(null);
  const written = objects === undefined ? null : await writeSample(objects, options);
  call.answer({ ...made, files: written?.files ?? [] });
  call.say(
    `${made.path}: ${count(customers)} customers over ${count(months)} months, ${count(made.objects)} Stripe objects, ${count(made.head.seq)} facts. Head ${made.head.hash}`,
  );
  if (written !== null) call.say(`The same objects as JSON Lines: ${written.files.length} files in ${objects}`);
  return 0;
}

/** Raises `bad_input` for what cannot be a folder of objects, or would put one in a ledger's place. */
function checkFolder(folder: string, ledger: string, keyFile: string | undefined): void {
  const kept = keyFile === undefined ? { ledger } : { ledger, keyFile };
  refuseKept(folder, kept);
  let there = resolve(folder);
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory()) throw refusal(folder, `${there} is not a folder`);
  try {
    accessSync(there, constants.W_OK);
  } catch {
    throw refusal(folder, `${there} may not be written to`);
  }
  if (resolve(dirname(ledger)) === resolve(folder) && OBJECT_FILE.test(resolve(ledger))) {
    throw refusal(folder, 'one of them would be the ledger itself');
  }
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (OBJECT_FILE.test(name)) refuseKept(join(folder, name), kept);
}

function refusal(folder: string, why: string): CountinghouseError {
  return new CountinghouseError('bad_input', {
    what: `Cannot write the objects into ${folder}: ${why}`,
    fix: 'Name another folder with --objects',
  });
}

export function sampleLine({ done, total, on, objects }: SampleProgress): string {
  return `Making the sample company: ${on.slice(0, 7)}, month ${done} of ${total}, ${count(objects)} objects`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
