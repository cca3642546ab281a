// How far long work of the ledger has come, as a line on a screen.
import type { LedgerProgress } from '../../ledger/index.ts';

const STAGES: Readonly<Record<LedgerProgress['stage'], string>> = {
  copying: 'Copying',
  checking: 'Checking',
  replaying: 'Replaying the facts',
  comparing: 'Comparing',
  settling: 'Settling',
};

export function progressLine({ stage, done, total }: LedgerProgress): string {
  return `${STAGES[stage]} ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`;
}
