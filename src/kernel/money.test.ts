// Currencies, their minor units, and amounts that never meet across currencies.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CountinghouseError } from './errors.ts';
import { addMoney, currency, exponentOf, majorText, minor } from './money.ts';

const code = (thrown: () => unknown): string => {
  try {
    thrown();
  } catch (error) {
    if (error instanceof CountinghouseError) return error.code;
  }
  return 'nothing was refused';
};

describe('currency', () => {
  test('takes either case and answers in capitals', () => {
    expect(currency('usd')).toBe('USD');
    expect(currency('EUR')).toBe('EUR');
  });

  test.each(['', 'US', 'DOLLAR', 'XYZ', 'usd '])('refuses "%s"', (text) => {
    expect(code(() => currency(text))).toBe('unknown_currency');
  });

  test('minor units follow ISO 4217, but for the two that Stripe bills in hundredths', () => {
    const exponents = {
      USD: 2,
      EUR: 2,
      GBP: 2,
      JPY: 0,
      KRW: 0,
      VND: 0,
      CLP: 0,
      KWD: 3,
      BHD: 3,
      TND: 3,
      ISK: 2,
      UGX: 2,
    };
    for (const [text, exponent] of Object.entries(exponents)) expect(exponentOf(currency(text)), text).toBe(exponent);
  });
});

describe('amounts', () => {
  test.each([
    [1234, 'USD', '12.34'],
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [1234, 'JPY', '1234'],
    [1234, 'KWD', '1.234'],
    [0, 'EUR', '0.00'],
  ])('%d of %s is %s', (amountMinor, text, major) => {
    expect(majorText(amountMinor, currency(text))).toBe(major);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no number of minor units', (amount) => {
    expect(code(() => minor(amount))).toBe('bad_input');
  });

  test('amounts of one currency add, of two are refused', () => {
    const usd = (amount: number) => ({ amountMinor: minor(amount), currency: currency('USD') });
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        expect(addMoney(usd(a), usd(b)).amountMinor).toBe(a + b);
      }),
    );
    expect(code(() => addMoney(usd(1), { amountMinor: minor(1), currency: currency('EUR') }))).toBe('bad_input');
    expect(code(() => addMoney(usd(Number.MAX_SAFE_INTEGER), usd(1)))).toBe('bad_input');
  });
});
