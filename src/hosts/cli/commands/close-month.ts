// `countinghouse close-month`: the reported figures of a month never move again.
import { openForWriting } from '../../../app/open-ledger.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import type { Month } from '../../../kernel/index.ts';
import { closeMonth } from '../../../revenue/mrr/index.ts';
import type { LedgerOptions } from '../command.ts';
import type { Invocation } from '../terminal.ts';

export async function closeBooks(
  call: Invocation,
  options: LedgerOptions & { readonly month: Month },
): Promise<number> {
  const ledger = await openForWriting({ ...(await resolveLedger(options)), command: 'countinghouse close-month' });
  try {
    await closeMonth(ledger, 'owner', options.month);
  } finally {
    await ledger.close();
  }
  call.answer({ closed: options.month });
  call.say(`${options.month} is closed; what is learned about it later posts in the first open month`);
  return 0;
}
