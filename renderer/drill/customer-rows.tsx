// The customers behind a balance or a count at the end of a month.
import { useQuery } from '@tanstack/react-query';
import { client, core } from '../core/client.ts';
import type { CustomerRow, MovementsRow } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { dayText } from '../format/calendar.ts';
import { codeText, counted } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { amountColumn } from '../parts/amount-column.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { type Column, DAY_WIDTH, LedgerTable } from '../parts/ledger-table.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import { Warnings } from '../parts/warnings.tsx';
import type { Selection, Shown } from '../selection.ts';
import styles from './drill-panel.module.css';
import { figureText } from './drill-steps.ts';
import type { FigurePaneProps } from './pane-props.ts';
import { usePages } from './use-pages.ts';

const KINDS = { customers_new: 'new', customers_reactivated: 'reactivation', customers_churned: 'churn' } as const;

export function CustomerRows({ show, month, selection, scrollRef }: FigurePaneProps) {
  const { currency } = selection;
  const kind = show in KINDS ? KINDS[show as keyof typeof KINDS] : undefined;
  const input = { month, ...(kind && { kind }), ...(currency && { currency }) };
  const { first, rows, error, isFetching, retry, readOn } = usePages(core.reports.customers.queryKey(input), (range) =>
    client.reports.customers.query({ ...input, ...range }),
  );
  if (error !== null) return <RefusalPanel error={error} onRetry={retry} isRetrying={isFetching} />;
  if (first === undefined) return <RowsWaiting />;
  return (
    <>
      <p className={styles.figure}>
        <BalanceFigure show={show} month={month} currency={currency} total={first.total} />
      </p>
      <p className={styles.about}>
        {show.startsWith('customers') ? 'Each of them below' : `Sum of ${counted(countText(first.total), 'customer')}`}
      </p>
      <Warnings warnings={first.warnings} />
      {first.total > 0 && (
        <LedgerTable
          caption={figureText(show, month)}
          columns={customerColumns(rows, show, selection)}
          rows={rows}
          total={first.total}
          keyOf={({ customerId }) => customerId}
          scrollRef={scrollRef}
          onEndInSight={readOn}
        />
      )}
    </>
  );
}

function customerColumns(rows: readonly CustomerRow[], show: Shown, selection: Selection): Column<CustomerRow>[] {
  return [
    {
      key: 'customer',
      header: 'Customer',
      isRowHeader: true,
      cell: ({ customerId, customerName }) => (
        <FigureLink to={{ ...selection, customer: customerId }}>{customerName ?? customerId}</FigureLink>
      ),
    },
    { key: 'country', header: 'Country', width: '72px', cell: ({ country }) => country ?? '' },
    {
      key: 'plans',
      header: 'Plan',
      width: '190px',
      cell: ({ plans }) => <span title={plans.join(', ')}>{plans.join(', ')}</span>,
    },
    {
      key: 'since',
      header: 'Active since',
      width: DAY_WIDTH,
      cell: ({ activeSince }) => activeSince && dayText(activeSince),
    },
    { key: 'status', header: 'Status', width: '88px', cell: ({ status }) => codeText(status) },
    amountColumn({
      key: 'amount',
      name: show === 'arr' ? 'ARR' : 'MRR',
      rows,
      amountOf: (row) => (show === 'arr' ? row.arrMinor : row.mrrMinor),
      currencyOf: (row) => row.currency,
    }),
  ];
}

interface BalanceFigureProps {
  readonly show: Shown;
  readonly month: string;
  readonly currency: string | undefined;
  readonly total: number;
}

/** The figure that was opened, as its own report has it. */
function BalanceFigure({ show, month, currency, total }: BalanceFigureProps) {
  const asked = currency && { currency };
  const figures = useQuery(core.overview.figures.queryOptions({ ...asked }, { enabled: show === 'arr' }));
  const ofMonth = useQuery(
    core.reports.movements.queryOptions({ from: month, to: month, ...asked }, { enabled: show === 'mrr' }),
  );
  if (show.startsWith('customers')) return <data value={total}>{countText(total)}</data>;
  const answer = show === 'arr' ? figures.data : ofMonth.data;
  if (answer === undefined) return null;
  // A month before the first movement has no row, and its balance is nothing.
  const row: MovementsRow | undefined = ofMonth.data?.rows[0];
  const balanceMinor = row === undefined ? 0 : row.closingMinor;
  const amountMinor = show === 'arr' ? figures.data?.arrMinor : balanceMinor;
  return <Amount amountMinor={amountMinor ?? null} currency={answer.currency ?? ''} isSymbolShown />;
}
