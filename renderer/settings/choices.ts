// What can be chosen in the settings: the zones and currencies that this page's own data knows.
import { currency } from '../../src/kernel/money.ts';
import { LOCALE } from '../format/amounts.ts';

interface Option {
  readonly value: string;
  readonly name: string;
}

const currencyNames = new Intl.DisplayNames(LOCALE, { type: 'currency' });

/** Every zone by name; the present one is among them, whatever it is called. */
export function zoneOptions(present: string): readonly Option[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', present])]
    .filter((zone) => zone !== '')
    .sort()
    .map((zone) => ({ value: zone, name: zone.replaceAll('_', ' ') }));
}

/** Every currency that amounts can be reported in, such as `EUR, Euro`. */
export function currencyOptions(present: string): readonly Option[] {
  return [...new Set([...Intl.supportedValuesOf('currency'), present])]
    .filter(isKnown)
    .sort()
    .map((code) => ({ value: code, name: `${code}, ${currencyNames.of(code) ?? code}` }));
}

function isKnown(code: string): boolean {
  try {
    return currency(code) === code;
  } catch {
    return false;
  }
}
