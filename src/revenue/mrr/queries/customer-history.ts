// One customer's MRR month by month.
import { CountinghouseError, firstDayOf, monthOfDay, monthsFrom, mrrToMinor } from '../../../kernel/index.ts';
import type { CivilDay, Currency, Month } from '../../../kernel/index.ts';
import { customerById } from '../../../billing/customers/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { closingDay } from '../projection/horizon.ts';
import { lastMonth, resolveBasis } from './basis/resolve.ts';
import type { Basis } from './basis/resolve.ts';
import type { HistoryAnswer, HistoryMonth, HistoryRequest } from './customer-shapes.ts';
import { knownPeriod } from './periods.ts';
import { atRate } from './roll-forward/closing-balances.ts';
import { missingRates } from './warnings.ts';

/**
 * MRR at the end of each month, each amount rounded by itself. Raises `not_found` for an unknown customer, `bad_input`
 * when the months are the wrong way round and `not_known` when all of them lie after the last one known.
 */
export async function customerHistory(read: ReadHandle, request: HistoryRequest): Promise<HistoryAnswer> {
  const { customerId } = request;
  const basis = await resolveBasis(read, request);
  const changes = await changesOf(basis, customerId);
  if (changes.length === 0 && (await customerById(read, customerId)) === null) {
    throw new CountinghouseError('not_found', { what: `There is no customer ${customerId}`, where: 'customerId' });
  }
  const last = lastMonth(basis);
  const begun = changes[0]?.on;
  if (last === null) return { customerId, currency: basis.into, rows: [], warnings: [] };
  const first = request.from ?? (begun === undefined ? null : monthOfDay(begun));
  const isBefore = first === null || (request.from === undefined && request.to !== undefined && request.to < first);
  const period = isBefore ? null : knownPeriod(request, { from: first, to: last });
  const months = period === null ? [] : monthsFrom(period.from, period.to);
  const rows = await closings(basis, changes, months);
  const lacking = rows.filter((row) => row.mrrMinor === null).map((row) => row.month);
  return { customerId, currency: basis.into, rows, warnings: missingRates(lacking, basis.into) };
}

interface Change {
  readonly on: CivilDay;
  readonly currency: Currency;
  readonly amount: bigint;
}

/** What the customer's MRR changed by, each day and currency, in order of day. */
async function changesOf({ read, series, through, only }: Basis, customerId: string): Promise<Change[]> {
  if (through === null) return [];
  const rows = await read
    .selectFrom('mrr_movements')
    .select(({ fn }) => ['effective_on', 'currency', fn.sum<bigint>('amount_mrr').as('change_mrr')])
    .where('customer_id', '=', customerId)
    .where('series', 'in', ['both', series])
    .where('effective_on', '<=', through)
    .groupBy(['effective_on', 'currency'])
    .orderBy('effective_on')
    .orderBy('currency')
    .execute();
  return rows.flatMap((row) =>
    row.change_mrr === 0n || (only !== null && row.currency !== only)
      ? []
      : [{ on: row.effective_on as CivilDay, currency: row.currency as Currency, amount: row.change_mrr }],
  );
}

async function closings(basis: Basis, changes: readonly Change[], months: readonly Month[]): Promise<HistoryMonth[]> {
  const { into, through } = basis;
  const rate = await basis.sums.closingRates();
  const levels = new Map<Currency, bigint>();
  for (const { currency } of changes) levels.set(currency, 0n);
  let at = 0;
  return months.flatMap((month): HistoryMonth[] => {
    const until = through === null ? firstDayOf(month) : closingDay(month, through);
    for (let change = changes[at]; change !== undefined && change.on <= until; change = changes[at]) {
      levels.set(change.currency, (levels.get(change.currency) ?? 0n) + change.amount);
      at += 1;
    }
    if (into === null)
      return [...levels].sort().map(([currency, level]) => ({ month, currency, mrrMinor: mrrToMinor(level) }));
    const shown = [...levels].map(([currency, level]) => atRate(level, level === 0n ? null : rate(month, currency)));
    const exact = shown.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0n);
    return [{ month, currency: into, mrrMinor: exact === null ? null : mrrToMinor(exact) }];
  });
}
