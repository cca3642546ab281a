// The exchange-rate row opened: what each customer's foreign balance gained or lost by rates alone.
import { addMonths, lastDayOf, monthOfDay, monthsFrom } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import { closingDay } from '../projection/horizon.ts';
import type { Basis } from './basis/resolve.ts';
import { balancesOn, groupOf } from './balances.ts';
import type { Period } from './figure-shapes.ts';
import type { PeriodEntry } from './period-entries.ts';
import { atRate } from './roll-forward/closing-balances.ts';
import type { GroupBy } from './report-shapes.ts';

/** A customer's exchange-rate residual of a month in one group and billing currency; null where a rate is missing. */
export interface FxEntry {
  readonly month: Month;
  readonly customerId: string;
  readonly groupId: string;
  readonly planId: string;
  readonly currency: Currency;
  readonly amount: bigint | null;
}

/** What a customer has in one group and billing currency as the months go by. */
interface Level extends Omit<FxEntry, 'month' | 'amount'> {
  balance: bigint;
  /** The balance at the end of the month before, as it was shown then. */
  opening: bigint | null;
  /** The month's movements, as shown. */
  moved: bigint | null;
}

/** The residuals that are not zero: closing less opening, each at its rate, less the month's movements at theirs. */
export async function fxEntries(
  basis: Basis,
  { from, to }: Period,
  groupBy: GroupBy | null,
  movements: readonly { readonly entry: PeriodEntry; readonly amount: bigint | null }[],
): Promise<FxEntry[]> {
  const { into, through } = basis;
  if (into === null || through === null) return [];
  const rate = await basis.sums.closingRates();
  const foreign = movements.filter(({ entry }) => entry.currency !== into);
  const levels = new Map<string, Level>();
  // Closing balances of the last day known are kept, and lead back to the opening.
  const isBackwards = closingDay(to, through) === through;
  const day = isBackwards ? through : lastDayOf(addMonths(from, -1));
  for (const balance of await balancesOn(basis, day, { except: into })) {
    levelOf(balance, groupOf(balance, groupBy)).balance += balance.amount;
  }
  if (isBackwards) for (const { entry } of foreign) levelOf(entry, entry.groupId).balance -= entry.amount;
  for (const level of levels.values()) level.opening = atRate(level.balance, rate(addMonths(from, -1), level.currency));
  const byMonth = Map.groupBy(foreign, ({ entry }) => monthOfDay(entry.effectiveOn));
  return monthsFrom(from, to).flatMap((month) => residualsOf(month, byMonth.get(month) ?? []));

  function residualsOf(month: Month, moves: typeof foreign): FxEntry[] {
    for (const { entry, amount } of moves) {
      const level = levelOf(entry, entry.groupId);
      level.balance += entry.amount;
      level.moved = level.moved === null || amount === null ? null : level.moved + amount;
    }
    const residuals: FxEntry[] = [];
    for (const level of levels.values()) {
      const { balance, opening, moved, ...of } = level;
      const closing = atRate(balance, balance === 0n ? null : rate(month, level.currency));
      const amount = closing === null || opening === null || moved === null ? null : closing - opening - moved;
      if (amount !== 0n) residuals.push({ ...of, month, amount });
      level.opening = closing;
      level.moved = 0n;
    }
    return residuals;
  }

  function levelOf(of: Pick<FxEntry, 'customerId' | 'planId' | 'currency'>, groupId: string): Level {
    const key = `${of.customerId}|${of.currency}|${groupId}`;
    let level = levels.get(key);
    if (level === undefined) {
      const { customerId, planId, currency } = of;
      level = { customerId, groupId, planId, currency, balance: 0n, opening: 0n, moved: 0n };
      levels.set(key, level);
    }
    return level;
  }
}
