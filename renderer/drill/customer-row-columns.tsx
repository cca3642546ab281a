// The columns of the customers of a month, but for their amount.
import type { CustomerRow } from '../core/outputs.ts';
import { dayText, monthShortText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';

interface RowColumns {
  /** Their amounts have a sum below them. */
  readonly hasTotal: boolean;
  /** Tells the month that each is counted in, of several. */
  readonly isCountedIn: boolean;
}

export function customerRowColumns(
  selection: Selection,
  { hasTotal, isCountedIn }: RowColumns,
): DataColumn<CustomerRow>[] {
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
    ...(isCountedIn
      ? [
          {
            key: 'countedIn',
            header: 'In',
            width: '84px',
            text: ({ countedIn }: CustomerRow) => countedIn ?? '',
            cell: ({ countedIn }: CustomerRow) => countedIn && monthShortText(countedIn),
          },
        ]
      : []),
    {
      key: 'country',
      header: 'Country',
      width: '76px',
      text: ({ country }) => country ?? '',
      cell: ({ country }) => country ?? '',
    },
    {
      key: 'plans',
      header: 'Plan',
      width: '180px',
      text: ({ plans }) => plans.join(', '),
      cell: ({ plans }) => <span title={plans.join(', ')}>{plans.join(', ')}</span>,
    },
    {
      key: 'since',
      header: 'Active since',
      width: DAY_WIDTH,
      text: ({ activeSince }) => activeSince ?? '',
      cell: ({ activeSince }) => activeSince && dayText(activeSince),
    },
    {
      key: 'status',
      header: 'Status',
      width: '90px',
      text: ({ status }) => codeText(status),
      cell: ({ status }) => codeText(status),
    },
    {
      key: 'billingCurrencies',
      header: 'Billed in',
      width: '84px',
      isHiddenAtFirst: true,
      text: ({ billingCurrencies }) => billingCurrencies.join(', '),
      cell: ({ billingCurrencies }) => billingCurrencies.join(', '),
    },
  ];
}
