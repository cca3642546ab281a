// Writes shares as percentages, and lengths of time. The core computes them; nothing is divided here.
import { LOCALE } from './amounts.ts';

const plain = new Intl.NumberFormat(LOCALE, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});

/** A share as decimal text, such as `-0.0312`, as a percentage: `−3.1%`. A gain carries its plus where asked. */
export function rateText(rate: string, isSigned = false): string {
  return (isSigned ? signed : plain).format(rate as Intl.StringNumericLiteral).replace('-', '−');
}

/** Which way a share of decimal text goes. */
export function directionOf(rate: string): 'up' | 'down' | 'level' {
  if (!/[1-9]/.test(rate)) return 'level';
  return rate.startsWith('-') ? 'down' : 'up';
}

const UNITS = [
  { seconds: 86_400, name: 'd' },
  { seconds: 3600, name: 'h' },
  { seconds: 60, name: 'min' },
  { seconds: 1, name: 's' },
] as const;

/** A length of time in its two greatest units: `2 d 3 h`, `4 min 10 s`, `0 s`. */
export function durationText(seconds: number): string {
  let rest = Math.max(0, Math.floor(seconds));
  const first = UNITS.findIndex((unit) => rest >= unit.seconds);
  const parts = UNITS.slice(first === -1 ? UNITS.length - 1 : first)
    .slice(0, 2)
    .map((unit) => {
      const count = Math.floor(rest / unit.seconds);
      rest -= count * unit.seconds;
      return { count, text: `${count} ${unit.name}` };
    });
  return parts
    .filter(({ count }, place) => place === 0 || count > 0)
    .map(({ text }) => text)
    .join(' ');
}
