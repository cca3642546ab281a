// The roll-forward by month: opening, five movements, transfers, exchange rates, closing.
import type { ReadHandle } from '../../../ledger/index.ts';
import { envelope, resolveBasis } from './basis/resolve.ts';
import type { MovementsAnswer } from './figure-shapes.ts';
import { linesOfPeriod, namedForward } from './movement-lines.ts';
import { periodChanges } from './period-changes.ts';
import { comparedPeriod, knownPeriod } from './periods.ts';
import { rollForward } from './roll-forward/index.ts';
import type { MovementsRequest, MovementsRow } from './report-shapes.ts';
import { missingRates } from './warnings.ts';

/**
 * The roll-forward of the months asked for. Every printed row adds up, closings are the next month's openings, and the
 * rows of groups sum to those of the same report without groups. Raises `not_known` for a day before the first import
 * and for months of which none is known, and `bad_input` when the months are the wrong way round.
 */
export async function movementsReport(read: ReadHandle, request: MovementsRequest = {}): Promise<MovementsAnswer> {
  const { groupBy = null, compare = 'none' } = request;
  const basis = await resolveBasis(read, request);
  const forward = await namedForward(read, await rollForward(basis, groupBy), groupBy);
  const [first] = forward.months;
  const last = forward.months.at(-1);
  if (first === undefined || last === undefined) {
    const nothing = { from: null, to: null, monthTotals: [], totals: [], groupTotals: [], compared: null };
    return { ...envelope<MovementsRow>('movements', basis, [], []), ...nothing };
  }
  const known = { from: first, to: last };
  const period = knownPeriod(request, known);
  const { rows, ...totals } = linesOfPeriod(forward, period);
  const before = comparedPeriod({ from: request.from ?? period.from, to: request.to ?? period.to }, compare);
  const lines = before === null || before.to < first ? null : { ...linesOfPeriod(forward, before), ...before };
  const compared = lines === null ? null : { ...lines, changes: periodChanges(totals, lines) };
  const incomplete = [...rows, ...(compared?.rows ?? [])].filter(isIncomplete).map((row) => row.month);
  return {
    ...envelope('movements', basis, rows, missingRates(incomplete, basis.into)),
    ...period,
    ...totals,
    compared,
  };
}

function isIncomplete(row: MovementsRow): boolean {
  return row.openingMinor === null || row.closingMinor === null || row.fxMinor === null;
}
