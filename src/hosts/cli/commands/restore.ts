// `countinghouse restore`: a backup takes the ledger's place once all of it is found whole.
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { applicationSchema } from '../../../app/schema.ts';
import { refusalOfBackup, restoreLedger } from '../../../ledger/index.ts';
import type { LedgerOptions } from '../command.ts';
import { progressLine } from '../progress-line.ts';
import type { Invocation } from '../terminal.ts';

export async function restore(call: Invocation, options: LedgerOptions & { readonly from: string }): Promise<number> {
  const { key } = await resolveLedger({ ...options, ledger: options.from }).catch((thrown: unknown) => {
    throw refusalOfBackup(thrown, options.from);
  });
  const done = await restoreLedger({
    path: options.ledger,
    key,
    backup: options.from,
    schema: applicationSchema,
    onProgress: (progress) => call.progress(progressLine(progress)),
  });
  call.progress(null);
  call.answer(done);
  call.say(`${options.ledger}: ${done.head.seq.toLocaleString('en-US')} facts. Head ${done.head.hash}`);
  if (done.replacedPath !== null) call.say(`What was there before is kept as ${done.replacedPath}`);
  return 0;
}
