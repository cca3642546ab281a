// Months that cannot be converted, as a sentence.
import type { RouterOutputs } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { monthShortText } from '../format/calendar.ts';
import { counted } from '../format/words.ts';

type Gap = RouterOutputs['settings']['rates']['gaps'][number];

/** `EUR to USD: no rate in 3 months, May 2025 to Jul 2025`. */
export function gapText({ currency, into, months, firstMonth, lastMonth }: Gap): string {
  const when =
    firstMonth === lastMonth
      ? monthShortText(firstMonth)
      : `${counted(countText(months), 'month')}, ${monthShortText(firstMonth)} to ${monthShortText(lastMonth)}`;
  return `${currency} to ${into}: no rate in ${when}`;
}
