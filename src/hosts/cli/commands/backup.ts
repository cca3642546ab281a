// `countinghouse backup`: a consistent copy of the ledger, whoever is writing it.
import { refuseKept } from '../../../app/output-path.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { backupLedger } from '../../../ledger/index.ts';
import type { LedgerOptions } from '../command.ts';
import type { Invocation } from '../terminal.ts';

export async function backup(call: Invocation, options: LedgerOptions & { readonly out: string }): Promise<number> {
  refuseKept(options.out, options);
  const made = await backupLedger(await resolveLedger(options), options.out);
  call.answer(made);
  call.say(
    `${made.path}: ${made.head.seq.toLocaleString('en-US')} facts, ${made.bytes.toLocaleString('en-US')} bytes. Head ${made.head.hash}`,
  );
  return 0;
}
