// The exchange-rate row opened: what each customer's foreign balance gained or lost by rates alone.
import { addMonths, lastDayOf } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import { closingDay } from '../projection/horizon.ts';
import type { Basis } from './basis/resolve.ts';
import { balancesOn, groupOf } from './balances.ts';
import type { Balance } from './balances.ts';
import type { MonthEntry } from './month-entries.ts';
import { atRate } from './roll-forward/closing-balances.ts';
import type { GroupBy } from './report-shapes.ts';

/** A customer's exchange-rate residual of the month in one group and billing currency; null where a rate is missing. */
export interface FxEntry {
  readonly customerId: string;
  readonly groupId: string;
  readonly planId: string;
  readonly currency: Currency;
  readonly amount: bigint | null;
}

/** The residuals that are not zero: closing less opening, each at its rate, less the month's movements at theirs. */
export async function fxEntries(
  basis: Basis,
  month: Month,
  groupBy: GroupBy | null,
  movements: readonly { readonly entry: MonthEntry; readonly amount: bigint | null }[],
): Promise<FxEntry[]> {
  const { into, through } = basis;
  if (into === null || through === null) return [];
  const rate = await basis.sums.closingRates();
  const residuals = new Map<string, { -readonly [K in keyof FxEntry]: FxEntry[K] }>();
  const opening = addMonths(month, -1);
  for (const balance of await balancesOn(basis, lastDayOf(opening))) addBalance(balance, opening, -1n);
  for (const balance of await balancesOn(basis, closingDay(month, through))) addBalance(balance, month, 1n);
  for (const { entry, amount } of movements) {
    if (entry.currency !== into) add(entry, entry.groupId, amount === null ? null : -amount);
  }
  return [...residuals.values()].filter((entry) => entry.amount !== 0n);

  function addBalance(balance: Balance, at: Month, sign: bigint): void {
    if (balance.currency === into) return;
    const shown = atRate(balance.amount, rate(at, balance.currency));
    add(balance, groupOf(balance, groupBy), shown === null ? null : sign * shown);
  }

  function add(
    of: { readonly customerId: string; readonly planId: string; readonly currency: Currency },
    groupId: string,
    amount: bigint | null,
  ): void {
    const key = `${of.customerId}|${of.currency}|${groupId}`;
    const residual = residuals.get(key);
    if (residual === undefined)
      residuals.set(key, { customerId: of.customerId, groupId, planId: of.planId, currency: of.currency, amount });
    else residual.amount = residual.amount === null || amount === null ? null : residual.amount + amount;
  }
}
