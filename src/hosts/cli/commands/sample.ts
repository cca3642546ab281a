// `countinghouse sample`: the ledger of a sample company, or its objects as files.
import { applicationSchema } from '../../../app/schema.ts';
import { createSample, type SampleProgress, writeSample } from '../../../stripe/sample/index.ts';
import type { LedgerOptions } from '../command.ts';
import type { Invocation } from '../terminal.ts';

export interface SampleOptions extends LedgerOptions {
  readonly customers: number;
  readonly months: number;
  readonly seed: number;
  readonly objects?: string;
}

export async function makeSample(
  call: Invocation,
  { ledger, customers, months, seed, objects }: SampleOptions,
): Promise<number> {
  const options = { customers, months, seed };
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

export function sampleLine({ done, total, on, objects }: SampleProgress): string {
  return `Making the sample company: ${on.slice(0, 7)}, month ${done} of ${total}, ${count(objects)} objects`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
