// Histories of movements made from a seed, for benches: as many customers as wanted, without billing evidence.
import { z } from 'zod';
import { currency, dayFromNumber, mrr, numberOfDay } from '../../../kernel/index.ts';
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import { defineFactKind } from '../../../ledger/index.ts';
import type { Fact, Projection, ProjectionContext, WritableLedger } from '../../../ledger/index.ts';
import { appendMovements } from '../index.ts';
import type { CustomerMovements } from '../index.ts';
import type { Movement, MovementKind, SpanReason } from '../rules/index.ts';

const FIRST_DAY = numberOfDay('2021-01-01' as CivilDay);
/** Days that movements fall on: four years. */
const DAYS = 1461;
const LAST_DAY = dayFromNumber(FIRST_DAY + DAYS - 1);
const PLANS = 4;
const COUNTRIES = ['US', 'DE', 'GB', 'FR', 'JP', 'NL', 'SE', 'CA', 'AU', 'BR', 'IN', 'ES'];
const CURRENCIES: readonly Currency[] = [
  currency('USD'),
  currency('USD'),
  currency('USD'),
  currency('EUR'),
  currency('EUR'),
  currency('GBP'),
  currency('JPY'),
];
/** Movements of each customer, on average. */
export const MOVEMENTS_A_CUSTOMER = 8;
/** Customers made in one transaction. */
const CUSTOMERS_A_FACT = 20_000;

const companyMade = defineFactKind({
  kind: 'bench.company_made',
  version: 1,
  schema: z.object({ seed: z.int(), from: z.int(), to: z.int() }),
});

async function apply(facts: readonly Fact[], context: ProjectionContext): Promise<void> {
  for (const fact of facts) {
    const { seed, from, to } = fact.payload as { seed: number; from: number; to: number };
    const customers = Array.from({ length: to - from }, (_, index) => syntheticCustomer(seed, from + index));
    await appendMovements(context, customers, LAST_DAY);
  }
}

/** What a bench adds to its schema, after the projection of MRR. */
export const syntheticFactKinds = [companyMade] as const;
export const syntheticProjection: Projection = {
  name: 'bench/company',
  version: 1,
  tables: [],
  kinds: [companyMade.kind],
  apply,
};

/** Fills a ledger with about so many movements. */
export async function makeSyntheticCompany(ledger: WritableLedger, movements: number, seed = 1): Promise<void> {
  const customers = Math.ceil(movements / MOVEMENTS_A_CUSTOMER);
  for (let from = 0; from < customers; from += CUSTOMERS_A_FACT) {
    const to = Math.min(customers, from + CUSTOMERS_A_FACT);
    await ledger.commit('bench', async (_, now) => [
      { kind: companyMade.kind, subject: 'bench', effectiveAt: now, payload: { seed, from, to } },
    ]);
  }
}

/** A customer that starts, changes plan or seats some times, leaves and perhaps returns. */
export function syntheticCustomer(seed: number, index: number): CustomerMovements {
  const random = randomOf(seed * 7_919 + index);
  const code = CURRENCIES[Math.floor(random() * CURRENCIES.length)] ?? currency('USD');
  const count = 1 + Math.floor(random() * (2 * MOVEMENTS_A_CUSTOMER - 1));
  const days = new Set(Array.from({ length: count }, () => Math.floor(random() * DAYS)));
  const movements: (Movement & { planId: string })[] = [];
  let plan = Math.floor(random() * PLANS);
  let level = 0;
  let wasPositive = false;
  for (const day of [...days].sort((a, b) => a - b)) {
    const move = (kind: MovementKind, reason: SpanReason, amount: number, planIndex = plan) =>
      movements.push({
        effectiveOn: dayFromNumber(FIRST_DAY + day),
        priceId: `price_${planIndex}_${code}`,
        planId: `prod_${planIndex}`,
        currency: code,
        kind,
        amount: mrr(BigInt(amount)),
        reason,
      });
    if (level === 0) {
      level = 190_000 * (1 + Math.floor(random() * 60)) + Math.floor(random() * 9_999);
      move(wasPositive ? 'reactivation' : 'new', 'started', level);
      wasPositive = true;
      continue;
    }
    const dice = random();
    if (dice < 0.15) {
      move('churn', 'canceled_voluntary', -level);
      level = 0;
    } else if (dice < 0.3) {
      const next = (plan + 1) % PLANS;
      move('transfer_out', 'price_changed', -level);
      move('transfer_in', 'price_changed', level, next);
      move('expansion', 'price_changed', 100_000, next);
      plan = next;
      level += 100_000;
    } else if (dice < 0.7 || level < 400_000) {
      const more = 10_000 + Math.floor(random() * 500_000);
      move('expansion', 'quantity_changed', more);
      level += more;
    } else {
      const less = Math.floor(level * 0.3);
      move('contraction', 'quantity_changed', -less);
      level -= less;
    }
  }
  return {
    customerId: `cus_${String(index).padStart(9, '0')}`,
    country: COUNTRIES[index % COUNTRIES.length] ?? '',
    movements,
  };
}

/** A small repeatable generator of numbers from 0 to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
