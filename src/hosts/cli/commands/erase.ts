// `countinghouse erase`: a customer's personal fields made unreadable for ever.
import { openForWriting } from '../../../app/open-ledger.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { customerById, eraseCustomer } from '../../../billing/customers/index.ts';
import { CountinghouseError } from '../../../kernel/index.ts';
import { systemSources } from '../../../ledger/index.ts';
import type { LedgerOptions } from '../command.ts';
import type { Invocation } from '../terminal.ts';

interface EraseOptions extends LedgerOptions {
  readonly customer: string;
  readonly yes?: boolean;
}

export async function erase(call: Invocation, options: EraseOptions): Promise<number> {
  const { customer: customerId } = options;
  const ledger = await openForWriting({ ...(await resolveLedger(options)), command: 'countinghouse erase' });
  try {
    const customer = await customerById(ledger.read, customerId);
    if (customer === null) {
      throw new CountinghouseError('not_found', {
        what: `There is no customer ${customerId} in this ledger`,
        fix: 'Check the id',
      });
    }
    if (options.yes !== true) {
      throw new CountinghouseError('bad_input', {
        what: `Name, addresses, e-mail and phone of ${customer.name ?? customerId} would be unreadable for ever, also in later imports; no figure changes`,
        fix: 'Add --yes to do it',
      });
    }
    await eraseCustomer(ledger, 'owner', { customerId, at: systemSources.now() });
  } finally {
    await ledger.close();
  }
  call.answer({ erased: customerId });
  call.say(`The personal fields of ${customerId} are gone from this ledger; older backups still hold them`);
  return 0;
}
