// Exact fractions, for prices in decimal strings, tax rates and exchange rates.
import { CountinghouseError } from './errors.ts';
import { divideHalfAwayFromZero } from './rounding.ts';

/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** The exact value of a decimal string such as `"0.0006"` or `"-12.5"`. Raises `bad_input` for anything else. */
export function parseDecimal(text: string): Fraction {
  const match = DECIMAL.exec(text.trim());
  if (match === null) {
    throw new CountinghouseError('bad_input', {
      what: `"${text}" is not a decimal number`,
      fix: 'Write digits with an optional point, such as 12.50',
    });
  }
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match;
  const magnitude = BigInt(whole + fraction);
  const places = BigInt(fraction.length) - BigInt(exponent);
  const signed = sign === '-' ? -magnitude : magnitude;
  return places >= 0n
    ? { numerator: signed, denominator: 10n ** places }
    : { numerator: signed * 10n ** -places, denominator: 1n };
}

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction over zero');
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below zero, zero or above zero, as a is below, equal to or above b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The fraction as an integer, a half going away from zero. */
export function roundFractionHalfAwayFromZero(value: Fraction): bigint {
  return divideHalfAwayFromZero(value.numerator, value.denominator);
}

/** The fraction as a decimal string with exactly `places` digits after the point, half away from zero. */
export function formatDecimal(value: Fraction, places: number): string {
  const scaled = divideHalfAwayFromZero(value.numerator * 10n ** BigInt(places), value.denominator);
  return formatScaled(scaled, places);
}

/** An integer of 10^-places units as a decimal string: 1234 with 2 places is "12.34". */
export function formatScaled(scaled: bigint, places: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
