// Amounts are written exactly, by their currency's exponent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountParts, amountText, countText, placesOf, plainAmount, tickText } from './amounts.ts';

describe('amounts', () => {
  it('cuts an amount at its decimal point', () => {
    expect(amountParts(123_456, 'USD')).toEqual({ whole: '1,234', fraction: '.56' });
    expect(amountParts(123_456, 'JPY')).toEqual({ whole: '123,456', fraction: '' });
    expect(amountParts(123_456, 'KWD')).toEqual({ whole: '123', fraction: '.456' });
  });

  it('shows a loss with a minus sign, and a gain with its plus where asked', () => {
    expect(amountText(-5, 'USD')).toBe('−$0.05');
    expect(amountParts(500, 'EUR', { isSigned: true, isSymbolShown: true })).toEqual({ whole: '+€5', fraction: '.00' });
    expect(amountParts(0, 'EUR', { isSigned: true }).whole).toBe('0');
  });

  it('keeps every digit of the largest amounts', () => {
    expect(amountText(Number.MAX_SAFE_INTEGER, 'USD')).toBe('$90,071,992,547,409.91');
  });

  it('is the minor amount again when its digits are read', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('USD', 'JPY', 'KWD'), (amountMinor, code) => {
        const { whole, fraction } = amountParts(amountMinor, code);
        expect(fraction.length).toBe(placesOf(code) === 0 ? 0 : placesOf(code) + 1);
        expect(Number((whole + fraction).replace(/[,.]/g, '').replace('−', '-'))).toBe(amountMinor);
      }),
    );
  });

  it('says so where there is no amount', () => {
    expect(amountText(null, 'USD')).toBe('not available');
  });

  it('writes amounts plainly for other programs', () => {
    expect(plainAmount(-123_456, 'USD')).toBe('-1234.56');
    expect(plainAmount(123_456, 'JPY')).toBe('123456');
    expect(plainAmount(5, 'KWD')).toBe('0.005');
    expect(plainAmount(null, 'USD')).toBe('');
  });

  it('shortens ticks and groups counts', () => {
    expect(tickText(12_000_000, 'USD')).toBe('$120K');
    expect(tickText(-450_000, 'USD')).toBe('−$4.5K');
    expect(countText(1_234_567)).toBe('1,234,567');
    expect([5, 0, -5].map((count) => countText(count, true))).toEqual(['+5', '0', '−5']);
  });
});
