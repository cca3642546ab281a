// What the form for a new ledger offers: zones by their names, currencies by code and name.
import { LOCALE } from '../format/amounts.ts';

interface Option {
  readonly value: string;
  readonly name: string;
}

/** The zone of this machine. */
export function hereZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone there is, UTC and that of this machine among them, by name. */
export function zoneOptions(): readonly Option[] {
  const zones = [...new Set(['UTC', hereZone(), ...Intl.supportedValuesOf('timeZone')])].sort();
  return zones.map((zone) => ({ value: zone, name: zone.replaceAll('_', ' ') }));
}

/** Every currency there is, those that Stripe is mostly used with first. */
export function currencyOptions(): readonly Option[] {
  const names = new Intl.DisplayNames(LOCALE, { type: 'currency' });
  const codes = new Set(['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'JPY', ...Intl.supportedValuesOf('currency')]);
  return [...codes].map((code) => ({ value: code, name: `${code} · ${names.of(code) ?? code}` }));
}
