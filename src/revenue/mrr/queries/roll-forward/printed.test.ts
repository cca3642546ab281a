// Controlled rounding alone, on amounts that are hard on it.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mrrToMinor } from '../../../../kernel/index.ts';
import { KINDS } from './exact.ts';
import type { ExactMonth } from './exact.ts';
import { printGroups, printMonth } from './printed.ts';

const GROUPS = 5;
const MONTHS = 12;
const IN = KINDS.indexOf('transfer_in');
const OUT = KINDS.indexOf('transfer_out');

/** Amounts of up to a few minor units with all digits behind the point, which is where rounding hurts. */
const amount = fc.oneof(
  fc.constant(0n),
  fc.bigInt({ min: 0n, max: 30_000n }),
  fc.constantFrom(5_000n, 10_000n, 4_999n, 5_001n),
);

interface Draft {
  readonly gains: readonly bigint[];
  readonly losses: readonly bigint[];
  readonly transfer: bigint;
  readonly fx: bigint;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  gains: fc.tuple(amount, amount, amount),
  losses: fc.tuple(amount, amount),
  transfer: amount,
  fx: amount,
});

/** Groups whose balances never fall below zero and whose transfers sum to zero over all groups. */
function groupsOf(drafts: readonly (readonly Draft[])[]): ExactMonth[][] {
  const balances = drafts.map(() => 0n);
  const groups: ExactMonth[][] = drafts.map(() => []);
  for (let month = 0; month < MONTHS; month += 1) {
    const moved = drafts.map((group, index) => {
      const { gains = [], losses = [], transfer = 0n } = group[month] ?? {};
      const [a = 0n, b = 0n, c = 0n] = gains;
      const before = balances[index] ?? 0n;
      let left = before + a + b + c;
      const [contraction, churn, out] = [losses[0] ?? 0n, losses[1] ?? 0n, transfer].map((loss) => {
        const taken = loss < left ? loss : left;
        left -= taken;
        return taken;
      });
      return { before, a, b, c, contraction: contraction ?? 0n, churn: churn ?? 0n, out: out ?? 0n };
    });
    for (const [index, own] of moved.entries()) {
      const taken = moved[(index + 1) % moved.length]?.out ?? 0n;
      const fx = drafts[index]?.[month]?.fx ?? 0n;
      const parts = [own.a, own.b, own.c, -own.contraction, -own.churn, taken, -own.out, fx];
      const closing = parts.reduce((sum, part) => sum + part, own.before);
      groups[index]?.push({ opening: own.before, parts, closing });
      balances[index] = closing;
    }
  }
  return groups;
}

function totalOf(groups: readonly (readonly ExactMonth[])[]): ExactMonth[] {
  return Array.from({ length: MONTHS }, (_, month) => {
    const sum = (pick: (of: ExactMonth) => bigint | null | undefined) =>
      groups.reduce((total, group) => total + ((group[month] === undefined ? 0n : pick(group[month])) ?? 0n), 0n);
    return {
      opening: sum((of) => of.opening),
      parts: KINDS.map((_, kind) => (kind === IN || kind === OUT ? 0n : sum((of) => of.parts[kind]))),
      closing: sum((of) => of.closing),
    };
  });
}

const add = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + Number(value), 0);

describe('printed roll-forwards', () => {
  const companies = fc
    .array(fc.array(draft, { minLength: MONTHS, maxLength: MONTHS }), { minLength: 1, maxLength: GROUPS })
    .map(groupsOf);

  test('a row adds up, prints its balances by themselves, and nothing across zero', async () => {
    await fc.assert(
      fc.property(companies, (groups) => {
        for (const exact of totalOf(groups)) {
          const printed = printMonth(exact);
          expect(printed.opening).toBe(mrrToMinor(exact.opening ?? 0n));
          expect(printed.closing).toBe(mrrToMinor(exact.closing ?? 0n));
          expect(Number(printed.opening) + add(printed.parts)).toBe(printed.closing);
          for (const [kind, part] of printed.parts.entries()) {
            const own = exact.parts[kind] ?? 0n;
            if (own === 0n) expect(part).toBe(0);
            expect(Math.abs(Number(part) - Number(own) / 10_000)).toBeLessThan(2);
          }
        }
      }),
    );
  });

  test('groups add up in rows and columns, chain, and stay near what is exact', async () => {
    let farthest = 0;
    await fc.assert(
      fc.property(companies, (groups) => {
        const total = totalOf(groups).map(printMonth);
        const printed = printGroups(groups, total);
        for (const [month, row] of total.entries()) {
          const own = printed.map((group) => group[month]);
          for (const kind of KINDS.keys()) {
            const column = add(own.map((group) => group?.parts[kind] ?? null));
            if (kind !== IN && kind !== OUT) expect(column).toBe(row.parts[kind]);
          }
          expect(add(own.map((group) => group?.parts[IN] ?? null))).toBe(
            0 - add(own.map((group) => group?.parts[OUT] ?? null)),
          );
          expect(add(own.map((group) => group?.closing ?? null))).toBe(row.closing);
          for (const [index, group] of own.entries()) {
            expect(Number(group?.opening) + add(group?.parts ?? [])).toBe(group?.closing);
            expect(group?.opening).toBe(printed[index]?.[month - 1]?.closing ?? 0);
            farthest = Math.max(
              farthest,
              Math.abs(Number(group?.closing) - Number(groups[index]?.[month]?.closing ?? 0n) / 10_000),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(farthest).toBeLessThan(3);
  });
});
