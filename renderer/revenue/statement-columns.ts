// The columns of the statement: its months, then the period, then what it is compared with.
import type { Comparison } from '../selection/selection.ts';
import type { ComparedMonths, Statement } from './statement.ts';
import { monthShortText, monthText } from '../format/calendar.ts';

export type StatementColumn =
  | { readonly kind: 'month'; readonly key: string; readonly header: string; readonly spoken: string }
  | {
      readonly kind: 'total' | 'compared' | 'change' | 'rate';
      readonly key: string;
      readonly header: string;
      readonly spoken: string;
    };

/** The columns from the oldest month to the change; the last ones only with a comparison. */
export function columnsOf(
  { months }: Statement,
  compared: ComparedMonths | null,
  compare: Comparison | undefined,
): readonly StatementColumn[] {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const own = months.map(
    (month): StatementColumn => ({
      kind: 'month',
      key: month,
      header: monthShortText(month),
      spoken: monthText(month),
    }),
  );
  const total: StatementColumn = {
    kind: 'total',
    key: 'total',
    header: 'Period',
    spoken: `${monthText(first)} to ${monthText(last)}`,
  };
  if (compared === null) return [...own, total];
  const spoken = `${monthText(compared.from)} to ${monthText(compared.to)}`;
  return [
    ...own,
    total,
    { kind: 'compared', key: 'compared', header: compare === 'year' ? 'Year before' : 'Before', spoken },
    { kind: 'change', key: 'change', header: 'Change', spoken: `change against ${spoken}` },
    { kind: 'rate', key: 'rate', header: 'Change, %', spoken: `change in percent against ${spoken}` },
  ];
}
