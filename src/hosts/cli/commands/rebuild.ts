// `countinghouse rebuild`: every table computed again from the facts.
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { applicationSchema } from '../../../app/schema.ts';
import { rebuildProjections } from '../../../ledger/index.ts';
import type { LedgerOptions } from '../command.ts';
import { progressLine } from '../progress-line.ts';
import type { Invocation } from '../terminal.ts';

export async function rebuild(call: Invocation, options: LedgerOptions): Promise<number> {
  const done = await rebuildProjections({
    ...(await resolveLedger(options)),
    schema: applicationSchema,
    command: 'countinghouse rebuild',
    onProgress: (progress) => call.progress(progressLine(progress)),
  });
  call.progress(null);
  call.answer(done);
  call.say(`Built from ${done.facts.toLocaleString('en-US')} facts. Head ${done.head.hash}`);
  return 0;
}
