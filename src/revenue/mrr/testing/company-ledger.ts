// A ledger of a random company, with all its changes taken in at once.
import { importRates } from '../../rates/index.ts';
import { openTestLedger } from './billing-ledger.ts';
import type { TestLedger } from './billing-ledger.ts';
import { EventWriter, at, together } from './billing-script.ts';
import { RATES, changesOf } from './histories.ts';
import type { History } from './histories.ts';

export async function companyLedger(company: readonly History[]): Promise<TestLedger> {
  const opened = await openTestLedger();
  opened.setNow(at('2024-07-01'));
  await importRates(opened.ledger, 'test', 'test', RATES);
  const writer = new EventWriter();
  await opened.change(together(changesOf(company).map((change) => change(writer))));
  return opened;
}
