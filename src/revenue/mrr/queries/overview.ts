// The figures of the first screen: where MRR stands, what the period brought, and both against another period.
import { divideHalfAwayFromZero, MRR_SCALE, mrrToMinor } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { closingDay } from '../projection/horizon.ts';
import { resolveBasis } from './basis/resolve.ts';
import type { OverviewFigures, Period } from './figure-shapes.ts';
import { negated, partOf } from './movement-lines.ts';
import { amountFigure, comparedPeriod, countFigure, knownPeriod } from './periods.ts';
import { rollForward } from './roll-forward/index.ts';
import type { RollForward } from './roll-forward/index.ts';
import type { Comparison, RollForwardKind } from './report-shapes.ts';
import { missingRates } from './warnings.ts';

export interface OverviewRequest {
  /** First and last month of what movements are summed over; default the last month known alone. */
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
  /** Default `none`. */
  readonly compare?: Comparison | undefined;
  readonly currency?: Currency | undefined;
}

const NET_NEW = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const;

/**
 * MRR, ARR (12 × MRR), active customers, ARPA and movements of the period, each the same as in the reports. Raises
 * `not_known` for months of which none is known and `bad_input` when they are the wrong way round.
 */
export async function overviewFigures(read: ReadHandle, request: OverviewRequest = {}): Promise<OverviewFigures> {
  const basis = await resolveBasis(read, request);
  const forward = await rollForward(basis, null);
  const [first] = forward.months;
  const last = forward.months.at(-1);
  const currency = basis.into ?? basis.workspace.reportingCurrency;
  if (first === undefined || last === undefined) return figuresOf(null, null, { currency, dataThrough: basis.through });
  const to = request.to ?? last;
  const known = knownPeriod({ from: request.from ?? to, to }, { from: first, to: last });
  const asked = { from: request.from ?? known.to, to: known.to };
  const before = comparedPeriod(asked, request.compare ?? 'none');
  const now = measure(forward, known);
  const compared = before === null ? null : measure(forward, before);
  const figures = figuresOf(now, compared, { currency, dataThrough: basis.through });
  const lacking = [now, compared].flatMap((period) =>
    period !== null && (period.mrrMinor === null || period.movements.includes(null)) ? [period.to] : [],
  );
  return {
    ...figures,
    asOfOn: basis.through === null ? null : closingDay(known.to, basis.through),
    warnings: missingRates(lacking, basis.into),
  };
}

/** What one period comes to; before the first month known everything is zero. */
interface Measured extends Period {
  readonly mrrMinor: number | null;
  readonly arrMinor: number | null;
  readonly arpaMinor: number | null;
  readonly customers: number;
  /** In the order of NET_NEW, losses below zero. */
  readonly movements: readonly (number | null)[];
}

function measure({ months, groups }: RollForward, { from, to }: Period): Measured {
  const [group] = groups;
  const last = months.findLastIndex((month) => month <= to);
  const printed = (group?.printed ?? []).slice(
    Math.max(
      0,
      months.findIndex((month) => month >= from),
    ),
    last + 1,
  );
  const exact = last === -1 ? 0n : (group?.exact[last]?.closing ?? null);
  const customers = group?.customers[last]?.closing ?? 0;
  return {
    from,
    to,
    mrrMinor: last === -1 ? 0 : (group?.printed[last]?.closing ?? null),
    arrMinor: exact === null ? null : mrrToMinor(12n * exact),
    arpaMinor:
      exact === null || customers === 0 ? null : Number(divideHalfAwayFromZero(exact, BigInt(customers) * MRR_SCALE)),
    customers,
    movements: NET_NEW.map((kind) => partOf(printed, kind)),
  };
}

function figuresOf(
  now: Measured | null,
  compared: Measured | null,
  { currency, dataThrough }: Pick<OverviewFigures, 'currency' | 'dataThrough'>,
): OverviewFigures {
  const beside = (of: (period: Measured) => number | null) =>
    amountFigure(now === null ? 0 : of(now), compared === null ? null : of(compared));
  const moved = (kind: (typeof NET_NEW)[number]) =>
    beside(({ movements }) => signed(kind, movements[NET_NEW.indexOf(kind)] ?? null));
  return {
    asOfOn: null,
    from: now?.from ?? null,
    month: now?.to ?? null,
    comparedFrom: compared?.from ?? null,
    comparedMonth: compared?.to ?? null,
    currency,
    mrr: beside(({ mrrMinor }) => mrrMinor),
    arr: beside(({ arrMinor }) => arrMinor),
    customers: countFigure(now?.customers ?? 0, compared?.customers ?? null),
    arpa: now === null ? amountFigure(null, null) : beside(({ arpaMinor }) => arpaMinor),
    netNew: beside(({ movements }) => sumOf(movements)),
    new: moved('new'),
    reactivation: moved('reactivation'),
    expansion: moved('expansion'),
    contraction: moved('contraction'),
    churn: moved('churn'),
    dataThrough,
    warnings: [],
  };
}

function signed(kind: RollForwardKind, amount: number | null): number | null {
  return kind === 'contraction' || kind === 'churn' ? negated(amount) : amount;
}

function sumOf(amounts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  return sum;
}
