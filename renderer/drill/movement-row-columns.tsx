// The columns of customer movements, but for their amount.
import type { MovementRow } from '../core/outputs.ts';
import { dayText } from '../format/calendar.ts';
import { codeText, kindText } from '../format/words.ts';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';

/** Customer, kind where it is told, plan, days and reason. */
export function movementRowColumns(
  selection: Selection,
  isKindTold: boolean,
  hasTotal: boolean,
): DataColumn<MovementRow>[] {
  return [
    {
      key: 'customer',
      header: 'Customer',
      isRowHeader: true,
      text: ({ customerId, customerName }) => customerName ?? customerId,
      cell: ({ customerId, customerName }) => (
        <FigureLink to={{ ...selection, customer: customerId }}>{customerName ?? customerId}</FigureLink>
      ),
      ...(hasTotal && { total: 'Sum' }),
    },
    {
      key: 'customerId',
      header: 'Customer id',
      width: '160px',
      isHiddenAtFirst: true,
      text: ({ customerId }) => customerId,
      cell: ({ customerId }) => customerId,
    },
    ...(isKindTold
      ? [
          {
            key: 'kind',
            header: 'Movement',
            width: '100px',
            text: (row: MovementRow) => kindText(row.kind),
            cell: (row: MovementRow) => kindText(row.kind),
          },
        ]
      : []),
    {
      key: 'plan',
      header: 'Plan',
      width: '116px',
      text: ({ plan }) => plan,
      cell: ({ plan }) => <span title={plan}>{plan}</span>,
    },
    day('effective', 'Effective', ({ effectiveOn }) => effectiveOn),
    day('recorded', 'Recorded', ({ recordedOn }) => recordedOn),
    {
      key: 'reason',
      header: 'Reason',
      width: '158px',
      text: reasonText,
      cell: (row) => <span title={reasonText(row)}>{reasonText(row)}</span>,
    },
    {
      key: 'billingCurrency',
      header: 'Billed in',
      width: '84px',
      isHiddenAtFirst: true,
      text: ({ billingCurrency }) => billingCurrency,
      cell: ({ billingCurrency }) => billingCurrency,
    },
  ];
}

function day(key: string, header: string, dayOf: (row: MovementRow) => string): DataColumn<MovementRow> {
  return { key, header, width: DAY_WIDTH, text: dayOf, cell: (row) => dayText(dayOf(row)) };
}

function reasonText({ reason, originOn }: MovementRow): string {
  return originOn === null ? codeText(reason) : `${codeText(reason)}, of ${dayText(originOn)}`;
}
