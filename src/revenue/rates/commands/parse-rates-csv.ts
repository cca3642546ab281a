// Reads a table of rates from CSV with the columns date, base, quote, rate.
import { CountinghouseError, civilDay, currency, parseDecimal } from '../../../kernel/index.ts';
import type { PublishedRate } from '../facts.ts';

const COLUMNS = ['date', 'base', 'quote', 'rate'] as const;

/**
 * The rates of a CSV text whose first line names the columns `date`, `base`, `quote` and `rate`, in any order;
 * other columns are left out. Raises `bad_input` naming the line for anything that cannot be read.
 */
export function parseRatesCsv(text: string, fileName: string): PublishedRate[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = fieldsOf(lines[0] ?? '').map((name) => name.toLowerCase());
  const positions = COLUMNS.map((name) => header.indexOf(name));
  if (positions.includes(-1)) {
    throw new CountinghouseError('bad_input', {
      what: 'The first line does not name the columns date, base, quote and rate',
      where: `${fileName} line 1`,
    });
  }
  const rates: PublishedRate[] = [];
  lines.forEach((line, index) => {
    if (index === 0 || line.trim() === '') return;
    const fields = fieldsOf(line);
    const [on = '', base = '', quote = '', rate = ''] = positions.map((position) => fields[position] ?? '');
    rates.push(readRate({ on, base, quote, rate }, `${fileName} line ${index + 1}`));
  });
  if (rates.length === 0)
    throw new CountinghouseError('bad_input', { what: 'There are no rates in it', where: fileName });
  return rates;
}

function readRate(fields: { on: string; base: string; quote: string; rate: string }, where: string): PublishedRate {
  try {
    const rate = {
      on: civilDay(fields.on),
      base: currency(fields.base),
      quote: currency(fields.quote),
      rate: fields.rate,
    };
    if (parseDecimal(rate.rate).numerator <= 0n) {
      throw new CountinghouseError('bad_input', { what: `The rate "${rate.rate}" is not above zero` });
    }
    if (rate.base === rate.quote) {
      throw new CountinghouseError('bad_input', { what: `${rate.base} is both base and quote` });
    }
    return rate;
  } catch (error) {
    if (!(error instanceof CountinghouseError)) throw error;
    throw new CountinghouseError(
      error.code,
      { what: error.what, where, ...(error.fix === undefined ? {} : { fix: error.fix }) },
      error,
    );
  }
}

function fieldsOf(line: string): string[] {
  return line.split(',').map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
}
