// The columns of a customer's spans of MRR: how much held from which day until which, and what says so.
import type { CustomerOpened } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { dayText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import { openedEvidence } from './evidence.ts';
import { moneyColumn } from './money-column.tsx';

type Span = CustomerOpened['spans'][number];

export function spanColumns(spans: readonly Span[], base: Selection): DataColumn<Span>[] {
  return [
    { key: 'plan', header: 'Plan', isRowHeader: true, cell: ({ plan }) => plan, text: ({ plan }) => plan },
    {
      key: 'from',
      header: 'From',
      width: DAY_WIDTH,
      cell: ({ startsOn }) => dayText(startsOn),
      text: ({ startsOn }) => startsOn,
    },
    {
      key: 'until',
      header: 'Until',
      width: DAY_WIDTH,
      cell: ({ endsOn }) => (endsOn === null ? 'present' : dayText(endsOn)),
      text: ({ endsOn }) => endsOn ?? '',
    },
    {
      key: 'quantity',
      header: 'Quantity',
      isNumeric: true,
      width: '78px',
      cell: ({ quantity }) => countText(quantity),
      text: ({ quantity }) => String(quantity),
    },
    {
      key: 'began',
      header: 'Began by',
      width: '142px',
      cell: ({ startReason }) => codeText(startReason),
      text: ({ startReason }) => startReason,
    },
    {
      key: 'ended',
      header: 'Ended by',
      width: '142px',
      cell: ({ endReason }) => endReason && codeText(endReason),
      text: ({ endReason }) => endReason ?? '',
    },
    {
      key: 'evidence',
      header: 'Read from',
      width: '228px',
      cell: (span) => <FigureLink to={openedEvidence(base, span)}>{span.evidenceId}</FigureLink>,
      text: ({ evidenceId }) => evidenceId,
    },
    moneyColumn({
      key: 'mrr',
      name: 'MRR',
      rows: spans,
      amountOf: ({ mrrMinor }) => mrrMinor,
      currencyOf: ({ currency }) => currency,
      to: (span) => openedEvidence(base, span),
    }),
  ];
}
