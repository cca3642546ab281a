// The columns of a customer's spans, movements and subscriptions. Every id opens: a line as a line, all else as the
// Stripe object.
import type { CustomerMovement, CustomerSpan, CustomerSubscription } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { dayText, instantDayText } from '../format/calendar.ts';
import { codeText, kindText } from '../format/words.ts';
import { amountColumn } from '../parts/amount-column.tsx';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';

/** The MRR that held from a day to another, and the Stripe object that says so. */
export function spanColumns(
  spans: readonly CustomerSpan[],
  lineIds: ReadonlySet<string>,
  selection: Selection,
): DataColumn<CustomerSpan>[] {
  const evidence = (id: string): Selection =>
    lineIds.has(id) ? { ...selection, line: id } : { ...selection, object: id };
  return [
    words('plan', 'Plan', undefined, ({ plan }) => plan, true),
    words('from', 'From', DAY_WIDTH, ({ startsOn }) => dayText(startsOn)),
    words('to', 'Until', DAY_WIDTH, ({ endsOn }) => (endsOn === null ? 'present' : dayText(endsOn))),
    count('quantity', 'Quantity', ({ quantity }) => quantity),
    amountColumn({
      key: 'amount',
      name: 'MRR',
      currencies: unique(spans.map(({ currency }) => currency)),
      amountOf: ({ mrrMinor }) => mrrMinor,
      currencyOf: ({ currency }) => currency,
      width: '118px',
    }),
    words('reason', 'Ended by', '138px', ({ endReason }) => (endReason ? codeText(endReason) : '')),
    {
      key: 'evidence',
      header: 'Read from',
      width: '228px',
      text: ({ evidenceId }) => evidenceId,
      cell: ({ evidenceId }) => <FigureLink to={evidence(evidenceId)}>{evidenceId}</FigureLink>,
    },
  ];
}

export function movementColumns(movements: readonly CustomerMovement[]): DataColumn<CustomerMovement>[] {
  const isSeriesTold = movements.some(({ series }) => series !== 'both');
  return [
    words('effective', 'Effective', DAY_WIDTH, ({ effectiveOn }) => dayText(effectiveOn), true),
    words('recorded', 'Recorded', DAY_WIDTH, ({ recordedOn }) => dayText(recordedOn)),
    words('kind', 'Movement', '100px', ({ kind }) => kindText(kind)),
    words('plan', 'Plan', undefined, ({ plan }) => plan),
    ...(isSeriesTold ? [words<CustomerMovement>('series', 'Series', '84px', ({ series }) => codeText(series))] : []),
    words('reason', 'Reason', undefined, ({ reason, originOn }) =>
      originOn === null ? codeText(reason) : `${codeText(reason)}, of ${dayText(originOn)}`,
    ),
    amountColumn({
      key: 'amount',
      name: 'Amount',
      currencies: unique(movements.map(({ currency }) => currency)),
      amountOf: ({ amountMinor }) => amountMinor,
      currencyOf: ({ currency }) => currency,
      isSigned: true,
    }),
  ];
}

export function subscriptionColumns(timeZone: string, selection: Selection): DataColumn<CustomerSubscription>[] {
  const day = (at: number | null) => (at === null ? '' : instantDayText(at, timeZone));
  return [
    {
      key: 'subscription',
      header: 'Subscription',
      isRowHeader: true,
      text: ({ subscriptionId }) => subscriptionId,
      cell: ({ subscriptionId }) => (
        <FigureLink to={{ ...selection, object: subscriptionId }}>{subscriptionId}</FigureLink>
      ),
    },
    words('status', 'Status', '120px', ({ status }) => codeText(status)),
    words('start', 'Started', DAY_WIDTH, ({ startAt }) => day(startAt)),
    words('cancel', 'Cancels', DAY_WIDTH, ({ cancelAt, endedAt }) => (endedAt === null ? day(cancelAt) : '')),
    words('end', 'Ended', DAY_WIDTH, ({ endedAt }) => day(endedAt)),
  ];
}

/** A column of words, whole in the cell's title where its room cuts them. */
export function words<Row>(
  key: string,
  header: string,
  width: string | undefined,
  textOf: (row: Row) => string,
  isRowHeader = false,
): DataColumn<Row> {
  return {
    key,
    header,
    isRowHeader,
    ...(width !== undefined && { width }),
    text: textOf,
    cell: (row) => <span title={textOf(row)}>{textOf(row)}</span>,
  };
}

/** A column of counts; empty where there is none. */
export function count<Row>(key: string, header: string, countOf: (row: Row) => number | null): DataColumn<Row> {
  return {
    key,
    header,
    width: '80px',
    isNumeric: true,
    text: (row) => String(countOf(row) ?? ''),
    cell: (row) => {
      const number = countOf(row);
      return number === null ? '' : countText(number);
    },
  };
}

/** Each once, in their order. */
export function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
