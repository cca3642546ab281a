// Writes amounts: from minor units to text by the currency's exponent. Nothing is added or rounded here.
import { currency, exponentOf, majorText } from '../../src/kernel/money.ts';

/** The language of the screens. */
export const LOCALE = 'en-US';

/** An amount cut where its column aligns: the decimal point. */
export interface AmountParts {
  /** Sign, symbol and whole part, such as `−$1,234`. */
  readonly whole: string;
  /** The point and what follows, such as `.50`; empty for a currency without minor units. */
  readonly fraction: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Digits after the point in amounts of the currency. */
export function placesOf(code: string): number {
  return exponentOf(currency(code));
}

export interface AmountStyle {
  readonly isSymbolShown?: boolean | undefined;
  /** A gain then carries its plus, as a loss always carries its minus. */
  readonly isSigned?: boolean | undefined;
}

/** The amount's parts, with symbol and plus sign as the style asks. */
export function amountParts(amountMinor: number, code: string, style: AmountStyle = {}): AmountParts {
  const format = formatOf(`${style.isSymbolShown ? 'symbol' : 'plain'} ${style.isSigned ? '±' : ''}${code}`, () => ({
    signDisplay: style.isSigned ? 'exceptZero' : 'auto',
    ...(style.isSymbolShown ? { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } : {}),
    minimumFractionDigits: placesOf(code),
    maximumFractionDigits: placesOf(code),
  }));
  let whole = '';
  let fraction = '';
  for (const part of format.formatToParts(exactText(amountMinor, code))) {
    if (part.type === 'minusSign') whole += '−';
    else if (part.type === 'decimal' || part.type === 'fraction') fraction += part.value;
    else whole += part.value;
  }
  return { whole, fraction };
}

/** The amount with its symbol as one text, for labels that are read aloud. */
export function amountText(amountMinor: number | null, code: string): string {
  if (amountMinor === null) return 'not available';
  const { whole, fraction } = amountParts(amountMinor, code, { isSymbolShown: true });
  return whole + fraction;
}

/** The amount as other programs read it, without symbol and thousands: `-1234.56`; empty where there is none. */
export function plainAmount(amountMinor: number | null, code: string): string {
  return amountMinor === null ? '' : exactText(amountMinor, code);
}

/** An axis tick: `$120K`. */
export function tickText(amountMinor: number, code: string): string {
  return formatOf(`tick ${code}`, () => ({
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  }))
    .format(exactText(amountMinor, code))
    .replace('-', '−');
}

/** A count with its thousands apart; a gain carries its plus where asked. */
export function countText(count: number, isSigned = false): string {
  return formatOf(isSigned ? '±count' : 'count', () => ({
    maximumFractionDigits: 0,
    signDisplay: isSigned ? 'exceptZero' : 'auto',
  }))
    .format(count)
    .replace('-', '−');
}

function exactText(amountMinor: number, code: string): Intl.StringNumericLiteral {
  return majorText(amountMinor, currency(code)) as Intl.StringNumericLiteral;
}

function formatOf(key: string, options: () => Intl.NumberFormatOptions): Intl.NumberFormat {
  const kept = formats.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.NumberFormat(LOCALE, options());
  formats.set(key, made);
  return made;
}
