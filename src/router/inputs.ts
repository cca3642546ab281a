// What the procedures take, checked field by field before anything runs.
import { z } from 'zod';
import { CountinghouseError, civilDay, currency, month, timeZone } from '../kernel/index.ts';
import type { CivilDay, Currency, Month, TimeZone } from '../kernel/index.ts';

/** Text that a kernel constructor accepts, as its branded type; the refusal keeps the constructor's words. */
function parsedBy<T extends string>(parse: (text: string) => T) {
  return z.string().transform((text, context): T => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof CountinghouseError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });
}

const dayInput = parsedBy<CivilDay>(civilDay);
const monthInput = parsedBy<Month>(month);
export const currencyInput = parsedBy<Currency>(currency);
export const zoneInput = parsedBy<TimeZone>(timeZone);
const seriesInput = z.enum(['reported', 'economic']);
const groupByInput = z.enum(['plan', 'country', 'currency']);
const kindInput = z.enum([
  'new',
  'reactivation',
  'expansion',
  'contraction',
  'churn',
  'transfer_in',
  'transfer_out',
  'fx',
]);
/** Customers as the roll-forward counts them. */
const countedKinds = [
  'customers_new',
  'customers_reactivated',
  'customers_churned',
  'customers_transferred_in',
  'customers_transferred_out',
] as const;
const offsetInput = z.int().min(0).default(0);
const limitInput = z.int().min(1).max(1000).default(100);
const idInput = z.string().min(1).max(255);

const compareInput = z.enum(['none', 'before', 'year']).default('none');

/** `compare`: with the months just before the period, or with the same months a year before. */
export const overviewInput = z.object({
  from: monthInput.optional(),
  to: monthInput.optional(),
  compare: compareInput,
  currency: currencyInput.optional(),
});

export const movementsInput = z.object({
  from: monthInput.optional(),
  to: monthInput.optional(),
  compare: compareInput,
  currency: currencyInput.optional(),
  isNative: z.boolean().default(false),
  groupBy: groupByInput.optional(),
  series: seriesInput.default('reported'),
  knownOn: dayInput.optional(),
});

/** One month, or the known ones from the first to the last. */
const monthsFields = { month: monthInput.optional(), from: monthInput.optional(), to: monthInput.optional() };

export const customersInput = z.object({
  ...monthsFields,
  currency: currencyInput.optional(),
  knownOn: dayInput.optional(),
  search: z.string().max(200).optional(),
  kind: z.enum([...kindInput.options, ...countedKinds]).optional(),
  group: z.string().max(255).optional(),
  groupBy: groupByInput.optional(),
  isNative: z.boolean().default(false),
  offset: offsetInput,
  limit: limitInput,
});

export const rowsInput = z.object({
  ...monthsFields,
  kind: kindInput.optional(),
  group: z.string().max(255).optional(),
  groupBy: groupByInput.optional(),
  currency: currencyInput.optional(),
  isNative: z.boolean().default(false),
  series: seriesInput.default('reported'),
  knownOn: dayInput.optional(),
  offset: offsetInput,
  limit: limitInput,
});

export const customerStatusInput = z.enum(['active', 'trialing', 'past_due', 'paused', 'canceled', 'none']);
export const customerSortInput = z.enum(['name', 'mrr', 'created', 'active_since', 'country', 'status']);

/** `plan` is a plan's id, `country` two letters or empty for unknown. Amounts are in `currency`, else the reporting one. */
export const customerListInput = z.object({
  search: z.string().max(200).optional(),
  status: z.array(customerStatusInput).max(6).optional(),
  plan: z.string().max(255).optional(),
  country: z.string().max(64).optional(),
  billingCurrency: currencyInput.optional(),
  sort: customerSortInput.default('mrr'),
  isDescending: z.boolean().default(true),
  currency: currencyInput.optional(),
  offset: offsetInput,
  limit: limitInput,
});

export const customerInput = z.object({ customerId: idInput });
export const customerOpenInput = z.object({ customerId: idInput, currency: currencyInput.optional() });
export const customerPageInput = z.object({ customerId: idInput, offset: offsetInput, limit: limitInput });
export const historyInput = z.object({
  customerId: idInput,
  from: monthInput.optional(),
  to: monthInput.optional(),
  currency: currencyInput.optional(),
  isNative: z.boolean().default(false),
});
export const invoiceInput = z.object({ invoiceId: idInput });
export const searchInput = z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(8) });
export const objectInput = z.object({ id: idInput });
export const lineInput = z.object({ lineId: idInput });
