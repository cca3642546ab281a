// Tells how far the opening of a ledger has come that must be brought up to date first, and gives it up when asked to.
import { CountinghouseError } from '../../kernel/index.ts';
import type { LedgerProgress } from '../../ledger/index.ts';
import type { FromWorker } from './protocol.ts';

const TELLING_PAUSE_MS = 100;
const UNITS: Readonly<Record<LedgerProgress['stage'], string>> = {
  checking: 'steps',
  copying: 'steps',
  comparing: 'steps',
  replaying: 'facts',
  settling: 'customers',
};

/** Takes the ledger's own progress. Raises `canceled` once the opening is given up; the ledger is then as it was. */
export function openingTeller(
  givenUp: Int32Array | undefined,
  send: (message: FromWorker) => void,
): (progress: LedgerProgress) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let toSettle = 0;
  return ({ stage, done, total }) => {
    if (givenUp !== undefined && Atomics.load(givenUp, 0) !== 0) throw canceled();
    const now = performance.now();
    if (now - toldAt < TELLING_PAUSE_MS) return;
    toldAt = now;
    const unit = UNITS[stage];
    if (stage !== 'settling') return send({ tell: 'opening', progress: { done, total, unit } });
    // Settling tells what is left.
    toSettle = Math.max(toSettle, total);
    send({ tell: 'opening', progress: { done: toSettle - total, total: toSettle, unit } });
  };
}

function canceled(): CountinghouseError {
  return new CountinghouseError('canceled', {
    what: 'The ledger was not brought up to date',
    fix: 'Open it again; it is as it was before',
  });
}
