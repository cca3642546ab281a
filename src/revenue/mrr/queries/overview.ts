// The figures of the first screen: where MRR stands, and what the month brought against the last.
import { mrrToMinor } from '../../../kernel/index.ts';
import type { Currency } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { lastMonth, resolveBasis } from './basis/resolve.ts';
import { KINDS, rollForward } from './roll-forward/index.ts';
import type { PrintedMonth } from './roll-forward/index.ts';
import type { OverviewFigures } from './report-shapes.ts';
import { missingRates } from './warnings.ts';

const NET_NEW = KINDS.filter((kind) => kind !== 'fx' && kind !== 'transfer_in' && kind !== 'transfer_out');

/** MRR, ARR (12 × MRR), active customers and net new MRR at the last day known, each the same as in the reports. */
export async function overviewFigures(
  read: ReadHandle,
  request: { readonly currency?: Currency | undefined } = {},
): Promise<OverviewFigures> {
  const basis = await resolveBasis(read, request);
  const { months, groups } = await rollForward(basis, null);
  const group = groups[0];
  const last = months.length - 1;
  const month = months[last] ?? lastMonth(basis);
  const closing = group === undefined ? 0n : (group.exact[last]?.closing ?? null);
  const mrrMinor = group === undefined ? 0 : (group.printed[last]?.closing ?? null);
  const netNewMinor = group === undefined ? 0 : netNew(group.printed[last]);
  return {
    asOfOn: basis.through,
    month,
    currency: basis.into ?? basis.workspace.reportingCurrency,
    mrrMinor,
    arrMinor: closing === null ? null : mrrToMinor(12n * closing),
    activeCustomers: group?.customers[last]?.closing ?? 0,
    netNewMinor,
    previousNetNewMinor: last < 1 ? 0 : netNew(group?.printed[last - 1]),
    previousMrrMinor: last < 1 ? 0 : (group?.printed[last - 1]?.closing ?? null),
    previousActiveCustomers: group?.customers[last]?.opening ?? 0,
    warnings: mrrMinor === null || netNewMinor === null ? missingRates(month === null ? [] : [month], basis.into) : [],
  };
}

function netNew(printed: PrintedMonth | undefined): number | null {
  let sum = 0;
  for (const kind of NET_NEW) {
    const part = printed?.parts[KINDS.indexOf(kind)] ?? null;
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
