// Money: a whole number of minor units beside its currency. Amounts of two currencies never meet here.
import { CountinghouseError } from './errors.ts';
import { formatScaled } from './decimal.ts';

declare const currencyBrand: unique symbol;
declare const minorBrand: unique symbol;

/** A known ISO 4217 code in capitals. */
export type Currency = string & { readonly [currencyBrand]: true };
/** Integer minor units of some currency (cents, yen, fils). */
export type MinorAmount = number & { readonly [minorBrand]: true };

export interface Money {
  readonly amountMinor: MinorAmount;
  readonly currency: Currency;
}

/**
 * Minor-unit exponents that are not 2, from ISO 4217 with Stripe's published exceptions: Stripe bills
 * ISK and UGX in hundredths, although their exponent is 0.
 */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  MGA: 0,
  PYG: 0,
  RWF: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

const CODES = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
  CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
  GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
  LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
  NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP
  STD STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF
  XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

const byText = new Map<string, Currency>();

/** The currency of an ISO 4217 code in either case. Raises `unknown_currency`. */
export function currency(code: string): Currency {
  const known = byText.get(code);
  if (known !== undefined) return known;
  const capitals = code.toUpperCase();
  if (!CODES.has(capitals)) {
    throw new CountinghouseError('unknown_currency', {
      what: `"${code}" is not a currency of ISO 4217`,
      fix: 'Use a three-letter code such as USD, EUR or JPY',
    });
  }
  byText.set(code, capitals as Currency);
  return capitals as Currency;
}

/** Digits after the point in the currency's amounts: USD 2, JPY 0, KWD 3. */
export function exponentOf(code: Currency): number {
  return EXPONENTS[code] ?? 2;
}

/** A whole number of minor units. Raises `bad_input` when it is not a safe integer. */
export function minor(amount: number): MinorAmount {
  if (!Number.isSafeInteger(amount)) {
    throw new CountinghouseError('bad_input', { what: `${amount} is not a whole number of minor units` });
  }
  return amount as MinorAmount;
}

/** `a + b`, of one currency. Raises `bad_input` when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new CountinghouseError('bad_input', {
      what: `${a.currency} and ${b.currency} amounts cannot be added`,
      fix: 'Convert one of them with a named rate first',
    });
  }
  return { amountMinor: minor(a.amountMinor + b.amountMinor), currency: a.currency };
}

/** The amount in major units as a plain decimal string: 1234 USD is "12.34", 1234 JPY is "1234". */
export function majorText(amountMinor: number | bigint, code: Currency): string {
  return formatScaled(BigInt(amountMinor), exponentOf(code));
}
