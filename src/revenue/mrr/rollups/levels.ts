// A customer's MRR by plan and currency as days go by, and where it rises above zero or falls to it.
import type { Currency } from '../../../kernel/index.ts';
import type { NetMovement } from './net-movements.ts';

interface CurrencyLevel {
  readonly currency: Currency;
  amount: bigint;
  /** As last told. */
  isActive: boolean;
}

interface PlanLevel {
  readonly planId: string;
  /** Null for activity in any currency. */
  readonly currency: Currency | null;
  amount: bigint;
  isActive: boolean;
}

/** Few entries a customer, so that looking through them is the fastest way. */
export class Levels {
  readonly #currencies: CurrencyLevel[] = [];
  readonly #plans: PlanLevel[] = [];

  add(day: readonly NetMovement[]): void {
    for (const { planId, currency, amount } of day) {
      this.#currencyLevel(currency).amount += amount;
      this.#planLevel(planId, currency).amount += amount;
    }
  }

  isActive(): boolean {
    return this.#currencies.some((level) => level.amount > 0n);
  }

  /** The currencies with MRR above zero, by code. */
  positiveCurrencies(): readonly { readonly currency: Currency; readonly amount: bigint }[] {
    return this.#currencies.filter((level) => level.amount > 0n).sort((a, b) => (a.currency < b.currency ? -1 : 1));
  }

  /** Currencies that became active or inactive since this was last asked. */
  changedCurrencies(): readonly CurrencyLevel[] {
    return this.#currencies.filter((level) => changed(level, level.amount > 0n));
  }

  /** Plans that became active or inactive since this was last asked: in one currency, and in any. */
  changedPlans(): readonly PlanLevel[] {
    return this.#plans.filter((level) =>
      changed(
        level,
        level.currency === null
          ? this.#plans.some((other) => other.planId === level.planId && other.amount > 0n)
          : level.amount > 0n,
      ),
    );
  }

  #currencyLevel(currency: Currency): CurrencyLevel {
    for (const level of this.#currencies) if (level.currency === currency) return level;
    const level = { currency, amount: 0n, isActive: false };
    this.#currencies.push(level);
    return level;
  }

  #planLevel(planId: string, currency: Currency): PlanLevel {
    let isKnownPlan = false;
    for (const level of this.#plans) {
      if (level.planId !== planId) continue;
      isKnownPlan = true;
      if (level.currency === currency) return level;
    }
    if (!isKnownPlan) this.#plans.push({ planId, currency: null, amount: 0n, isActive: false });
    const level = { planId, currency, amount: 0n, isActive: false };
    this.#plans.push(level);
    return level;
  }
}

function changed(level: { isActive: boolean }, isActive: boolean): boolean {
  if (level.isActive === isActive) return false;
  level.isActive = isActive;
  return true;
}
