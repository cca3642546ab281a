// The columns of a customer's spans, movements and subscriptions. Every id opens: a line as a line, all else as the
// Stripe object.
import type { CustomerMovement, CustomerSpan, CustomerSubscription } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { dayText, instantDayText } from '../format/calendar.ts';
import { codeText, kindText } from '../format/words.ts';
import { amountColumn } from '../parts/amount-column.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { type Column, DAY_WIDTH } from '../parts/ledger-table.tsx';
import type { Selection } from '../selection.ts';

/** The MRR that held from a day to another, and the Stripe object that says so. */
export function spanColumns(
  spans: readonly CustomerSpan[],
  lineIds: ReadonlySet<string>,
  selection: Selection,
): Column<CustomerSpan>[] {
  const evidence = (id: string): Selection =>
    lineIds.has(id) ? { ...selection, line: id } : { ...selection, object: id };
  return [
    { key: 'plan', header: 'Plan', isRowHeader: true, cell: ({ plan }) => <span title={plan}>{plan}</span> },
    { key: 'from', header: 'From', width: DAY_WIDTH, cell: ({ startsOn }) => dayText(startsOn) },
    {
      key: 'to',
      header: 'Until',
      width: DAY_WIDTH,
      cell: ({ endsOn }) => (endsOn === null ? 'present' : dayText(endsOn)),
    },
    {
      key: 'quantity',
      header: 'Quantity',
      width: '76px',
      isNumeric: true,
      cell: ({ quantity }) => countText(quantity),
    },
    amountColumn({
      key: 'amount',
      name: 'MRR',
      rows: spans,
      amountOf: ({ mrrMinor }) => mrrMinor,
      currencyOf: ({ currency }) => currency,
      width: '118px',
    }),
    { key: 'reason', header: 'Ended by', width: '138px', cell: ({ endReason }) => endReason && codeText(endReason) },
    {
      key: 'evidence',
      header: 'Read from',
      width: '228px',
      cell: ({ evidenceId }) => <FigureLink to={evidence(evidenceId)}>{evidenceId}</FigureLink>,
    },
  ];
}

export function movementColumns(movements: readonly CustomerMovement[]): Column<CustomerMovement>[] {
  const isSeriesTold = movements.some(({ series }) => series !== 'both');
  return [
    {
      key: 'effective',
      header: 'Effective',
      width: DAY_WIDTH,
      isRowHeader: true,
      cell: ({ effectiveOn }) => dayText(effectiveOn),
    },
    { key: 'recorded', header: 'Recorded', width: DAY_WIDTH, cell: ({ recordedOn }) => dayText(recordedOn) },
    { key: 'kind', header: 'Movement', width: '96px', cell: ({ kind }) => kindText(kind) },
    { key: 'plan', header: 'Plan', cell: ({ plan }) => <span title={plan}>{plan}</span> },
    ...(isSeriesTold
      ? [{ key: 'series', header: 'Series', width: '84px', cell: ({ series }: CustomerMovement) => codeText(series) }]
      : []),
    {
      key: 'reason',
      header: 'Reason',
      cell: ({ reason, originOn }) =>
        originOn === null ? codeText(reason) : `${codeText(reason)}, of ${dayText(originOn)}`,
    },
    amountColumn({
      key: 'amount',
      name: 'Amount',
      rows: movements,
      amountOf: ({ amountMinor }) => amountMinor,
      currencyOf: ({ currency }) => currency,
      isSigned: true,
    }),
  ];
}

export function subscriptionColumns(timeZone: string, selection: Selection): Column<CustomerSubscription>[] {
  const day = (at: number | null) => at !== null && instantDayText(at, timeZone);
  return [
    {
      key: 'subscription',
      header: 'Subscription',
      isRowHeader: true,
      cell: ({ subscriptionId }) => (
        <FigureLink to={{ ...selection, object: subscriptionId }}>{subscriptionId}</FigureLink>
      ),
    },
    { key: 'status', header: 'Status', width: '120px', cell: ({ status }) => codeText(status) },
    { key: 'start', header: 'Started', width: DAY_WIDTH, cell: ({ startAt }) => day(startAt) },
    {
      key: 'cancel',
      header: 'Cancels',
      width: DAY_WIDTH,
      cell: ({ cancelAt, endedAt }) => endedAt === null && day(cancelAt),
    },
    { key: 'end', header: 'Ended', width: DAY_WIDTH, cell: ({ endedAt }) => day(endedAt) },
  ];
}
