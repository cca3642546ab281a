// Converts a month's foreign movements again, after rates or the reporting currency changed.
import { firstDayOf, lastDayOf } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import type { WriteHandle } from '../../../ledger/index.ts';
import { movementsBetween } from '../queries/basis/stored-movements.ts';
import { KIND_COLUMNS, MOVEMENT_KINDS, RollupSums, addAmounts, movementOfRecord, netOf } from '../rollups/index.ts';
import type { NetMovement } from '../rollups/index.ts';
import { mrrMonths } from '../tables.ts';
import { conversionOf } from './conversion.ts';

/** Sums the month's movements again in the currencies whose conversions may be stale. */
export async function settleMonth(write: WriteHandle, month: Month, reportingCurrency: Currency): Promise<void> {
  const currencies = await staleCurrencies(write, month, reportingCurrency);
  if (currencies.length === 0) return;
  const customers = await movementsOfMonth(write, month, currencies);
  const convert = await conversionOf(
    write,
    reportingCurrency,
    [...customers.values()].flatMap(({ nets }) => nets),
  );
  const sums = new RollupSums();
  for (const { country, nets } of customers.values()) addAmounts(sums, netOf(nets), country, convert, 1);
  await write.kysely.deleteFrom('mrr_months').where('month', '=', month).where('currency', 'in', currencies).execute();
  await write.insertRows(mrrMonths, sums.rows().months);
}

async function staleCurrencies(write: WriteHandle, month: Month, reportingCurrency: Currency): Promise<string[]> {
  const rows = await write
    .selectFrom('mrr_months')
    .select('currency')
    .distinct()
    .where('month', '=', month)
    .where(({ or, eb }) =>
      or([
        eb('currency', '<>', reportingCurrency),
        eb('unrated', '<>', 0),
        ...MOVEMENT_KINDS.map((kind) => eb(KIND_COLUMNS[kind][0], '<>', eb.ref(KIND_COLUMNS[kind][1]))),
      ]),
    )
    .execute();
  return rows.map((row) => row.currency);
}

interface CustomerMonth {
  readonly country: string;
  readonly nets: NetMovement[];
}

/** The month's movements that the rollups hold, by customer. */
async function movementsOfMonth(
  write: WriteHandle,
  month: Month,
  currencies: readonly string[],
): Promise<Map<string, CustomerMonth>> {
  const rows = await movementsBetween(write, firstDayOf(month), lastDayOf(month))
    .whereRef('effective_on', '<=', 'customer.rolled_on')
    .where('currency', 'in', currencies)
    .execute();
  const customers = new Map<string, CustomerMonth>();
  for (const row of rows) {
    const customer = customers.get(row.customer_id) ?? { country: row.country, nets: [] };
    customer.nets.push(movementOfRecord(row));
    customers.set(row.customer_id, customer);
  }
  return customers;
}
