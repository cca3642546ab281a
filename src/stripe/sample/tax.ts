// Which tax the sample company puts on its invoices, by the customer's country and state.
import { Random } from './random.ts';
import type { WireTaxRate } from './wire.ts';

/** Country, state or null, percentage, whether prices contain it, name, kind. */
const RATES: readonly (readonly [string, string | null, number, boolean, string, 'vat' | 'sales_tax' | 'jct'])[] = [
  ['US', 'NY', 8.875, false, 'Sales tax', 'sales_tax'],
  ['US', 'PA', 6, false, 'Sales tax', 'sales_tax'],
  ['DE', null, 19, false, 'VAT', 'vat'],
  ['FR', null, 20, false, 'VAT', 'vat'],
  ['NL', null, 21, false, 'VAT', 'vat'],
  ['ES', null, 21, false, 'VAT', 'vat'],
  ['AT', null, 20, false, 'VAT', 'vat'],
  ['IE', null, 23, false, 'VAT', 'vat'],
  ['GB', null, 20, false, 'VAT', 'vat'],
  ['JP', null, 10, true, 'Consumption tax', 'jct'],
];

const TAX_STREAM = 12;

export function sampleTaxRates(seed: number, createdAt: number): WireTaxRate[] {
  const random = new Random(seed, TAX_STREAM);
  return RATES.map(([country, state, percentage, inclusive, name, type]) => ({
    id: `txr_1${random.letters(23)}`,
    object: 'tax_rate',
    active: true,
    country,
    created: createdAt,
    description: `${name} ${state ?? country}`,
    display_name: name,
    effective_percentage: percentage,
    flat_amount: null,
    inclusive,
    jurisdiction: state === null ? country : `${country} - ${state}`,
    jurisdiction_level: state === null ? 'country' : 'state',
    livemode: false,
    metadata: {},
    percentage,
    rate_type: 'percentage',
    state,
    tax_type: type,
  }));
}

/** The rate that applies at the address, or null where the company collects no tax. */
export function taxRateAt(rates: readonly WireTaxRate[], country: string, state: string | null): WireTaxRate | null {
  return rates.find((rate) => rate.country === country && (rate.state === null || rate.state === state)) ?? null;
}
