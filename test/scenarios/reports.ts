// Reports as the command line answers them, and the sums that they must keep.
import { expect } from 'vitest';
import { z } from 'zod';
import { answerOf } from './command-line.ts';

const envelope = z.object({
  report: z.string(),
  policy: z.string(),
  series: z.string(),
  currency: z.string().nullable(),
  timeZone: z.string(),
  knownOn: z.string().nullable(),
  dataThrough: z.string().nullable(),
});

const movement = z.object({
  month: z.string(),
  group: z.string().nullable(),
  currency: z.string(),
  openingMinor: z.int(),
  newMinor: z.int().nonnegative(),
  reactivationMinor: z.int().nonnegative(),
  expansionMinor: z.int().nonnegative(),
  contractionMinor: z.int().nonnegative(),
  churnMinor: z.int().nonnegative(),
  transferInMinor: z.int().nonnegative(),
  transferOutMinor: z.int().nonnegative(),
  fxMinor: z.int(),
  closingMinor: z.int(),
  customersOpening: z.int(),
  customersNew: z.int(),
  customersReactivated: z.int(),
  customersChurned: z.int(),
  customersTransferredIn: z.int(),
  customersTransferredOut: z.int(),
  customersClosing: z.int(),
});
export type Movement = z.infer<typeof movement>;

const movements = envelope.extend({ rows: z.array(movement) });
const rows = envelope.extend({
  rows: z.array(z.object({ customerId: z.string(), kind: z.string(), currency: z.string(), amountMinor: z.int() })),
});
const customers = envelope.extend({
  rows: z.array(
    z.object({ customerId: z.string(), customerName: z.string().nullable(), mrrMinor: z.int(), arrMinor: z.int() }),
  ),
});

export async function movementsOf(ledger: string, ...options: string[]): Promise<z.infer<typeof movements>> {
  return movements.parse(await answerOf('report', 'movements', '--ledger', ledger, ...options));
}

export async function rowsOf(ledger: string, ...options: string[]): Promise<z.infer<typeof rows>> {
  return rows.parse(await answerOf('report', 'rows', '--ledger', ledger, ...options));
}

export async function customersOf(ledger: string, ...options: string[]): Promise<z.infer<typeof customers>> {
  return customers.parse(await answerOf('report', 'customers', '--ledger', ledger, ...options));
}

/** The fields of a movements row that count money, with the sign they add up with. */
const SIGNS = {
  openingMinor: 1,
  newMinor: 1,
  reactivationMinor: 1,
  expansionMinor: 1,
  contractionMinor: -1,
  churnMinor: -1,
  transferInMinor: 1,
  transferOutMinor: -1,
  fxMinor: 1,
} as const;

/** Each row rolls forward, and each opens where its group closed the month before. */
export function expectRollForward(report: readonly Movement[]): void {
  const closings = new Map<string, Movement>();
  for (const row of report) {
    const about = `${row.month} ${row.group ?? ''} ${row.currency}`;
    const closing = Object.entries(SIGNS).reduce(
      (sum, [field, sign]) => sum + sign * row[field as keyof typeof SIGNS],
      0,
    );
    expect(closing, `${about} adds up`).toBe(row.closingMinor);
    const joined = row.customersOpening + row.customersNew + row.customersReactivated + row.customersTransferredIn;
    expect(joined - row.customersChurned - row.customersTransferredOut, `${about} counts customers`).toBe(
      row.customersClosing,
    );
    const key = `${row.group ?? ''} ${row.currency}`;
    const before = closings.get(key);
    if (before !== undefined) {
      expect([row.openingMinor, row.customersOpening], `${about} opens where it closed`).toEqual([
        before.closingMinor,
        before.customersClosing,
      ]);
    }
    closings.set(key, row);
  }
}

/** The groups of each month sum to the row of the whole; transfers cancel out. */
export function expectGroupsSum(grouped: readonly Movement[], whole: readonly Movement[]): void {
  for (const row of whole) {
    const groups = grouped.filter(({ month }) => month === row.month);
    const fields = [...Object.keys(SIGNS), 'closingMinor'] as readonly (keyof typeof SIGNS)[];
    for (const field of fields.filter((name) => !name.startsWith('transfer'))) {
      expect(total(groups.map((group) => group[field])), `${row.month} ${field}`).toBe(row[field]);
    }
    expect(total(groups.map(({ transferInMinor, transferOutMinor }) => transferInMinor - transferOutMinor))).toBe(0);
  }
}

export function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
