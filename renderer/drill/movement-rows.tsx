// The customer movements behind a figure of a month; they sum to the figure.
import { client, core } from '../core/client.ts';
import type { MovementRow } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { dayText } from '../format/calendar.ts';
import { codeText, counted, isMovementKind, kindText } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { amountColumn } from '../parts/amount-column.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { type Column, DAY_WIDTH, LedgerTable } from '../parts/ledger-table.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import { Warnings } from '../parts/warnings.tsx';
import styles from './drill-panel.module.css';
import { figureText } from './drill-steps.ts';
import type { FigurePaneProps } from './pane-props.ts';
import { usePages } from './use-pages.ts';

const LOSSES: ReadonlySet<string> = new Set(['contraction', 'churn', 'transfer_out']);

export function MovementRows({ show, month, selection, scrollRef }: FigurePaneProps) {
  const { currency } = selection;
  const kind = isMovementKind(show) ? show : undefined;
  const input = { month, ...(kind && { kind }), ...(currency && { currency }) };
  const { first, rows, error, isFetching, retry, readOn } = usePages(core.reports.rows.queryKey(input), (range) =>
    client.reports.rows.query({ ...input, ...range }),
  );
  if (error !== null) return <RefusalPanel error={error} onRetry={retry} isRetrying={isFetching} />;
  if (first === undefined) return <RowsWaiting />;
  const isLoss = LOSSES.has(show);
  const shown = (amountMinor: number | null) => (isLoss && amountMinor ? -amountMinor : amountMinor);
  const columns: Column<MovementRow>[] = [
    {
      key: 'customer',
      header: 'Customer',
      isRowHeader: true,
      cell: ({ customerId, customerName }) => (
        <FigureLink to={{ ...selection, customer: customerId }}>{customerName ?? customerId}</FigureLink>
      ),
    },
    ...(kind === undefined
      ? [{ key: 'kind', header: 'Movement', width: '96px', cell: (row: MovementRow) => kindText(row.kind) }]
      : []),
    { key: 'plan', header: 'Plan', width: '110px', cell: ({ plan }) => <span title={plan}>{plan}</span> },
    { key: 'effective', header: 'Effective', width: DAY_WIDTH, cell: ({ effectiveOn }) => dayText(effectiveOn) },
    { key: 'recorded', header: 'Recorded', width: DAY_WIDTH, cell: ({ recordedOn }) => dayText(recordedOn) },
    { key: 'reason', header: 'Reason', width: '158px', cell: reasonCell },
    amountColumn({
      key: 'amount',
      name: 'Amount',
      rows,
      amountOf: ({ amountMinor }) => shown(amountMinor),
      currencyOf: (row) => row.currency,
      isSigned: true,
    }),
  ];
  return (
    <>
      <p className={styles.figure}>
        <Amount amountMinor={shown(first.totalMinor)} currency={first.currency ?? 'USD'} isSymbolShown isSigned />
      </p>
      <p className={styles.about}>Sum of {counted(countText(first.total), 'customer movement')}</p>
      <Warnings warnings={first.warnings} />
      {first.total > 0 && (
        <LedgerTable
          caption={figureText(show, month)}
          columns={columns}
          rows={rows}
          total={first.total}
          keyOf={(_row, index) => String(index)}
          scrollRef={scrollRef}
          onEndInSight={readOn}
        />
      )}
    </>
  );
}

function reasonCell({ reason, originOn }: MovementRow) {
  const words = originOn === null ? codeText(reason) : `${codeText(reason)}, of ${dayText(originOn)}`;
  return <span title={words}>{words}</span>;
}
