// What a command that may make a ledger must not be asked of one that is there.
import { findWorkspace } from '../../governance/workspace/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ReadHandle } from '../../ledger/index.ts';
import type { NewLedgerOptions } from './new-ledger.ts';

/** Raises `bad_input` when an option of new ledgers says something else than the ledger's workspace does. */
export async function refuseOtherSettings(
  read: ReadHandle,
  { name, timeZone, reportingCurrency }: NewLedgerOptions,
): Promise<void> {
  const workspace = await findWorkspace(read);
  if (workspace === null) return;
  const asked = [
    ['--name', name, workspace.name],
    ['--time-zone', timeZone, workspace.timeZone],
    ['--reporting-currency', reportingCurrency, workspace.reportingCurrency],
  ] as const;
  for (const [option, value, own] of asked) {
    if (value === undefined || value === own) continue;
    throw new CountinghouseError('bad_input', {
      what: `${option} ${value} contradicts this ledger, which has ${own}`,
      fix: `It was set when the ledger was made; leave ${option} out`,
    });
  }
}
