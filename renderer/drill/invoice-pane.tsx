// One invoice: its lines, which sum to its subtotal, what was paid and what was credited.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { core } from '../core/client.ts';
import type { RouterOutputs } from '../core/outputs.ts';
import { rowsInMemory } from '../core/use-pages.ts';
import { instantText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { Pairs } from '../parts/pairs.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import styles from './drill-panel.module.css';
import { creditNoteColumns, paymentColumns } from './invoice-columns.tsx';
import { invoiceLineColumns } from './invoice-line-columns.tsx';
import type { PaneProps } from './pane-props.ts';
import { TitledRows } from './titled-rows.tsx';

export function InvoicePane({ id, selection }: PaneProps & { readonly id: string }) {
  const invoice = useQuery(core.invoices.open.queryOptions({ invoiceId: id }));
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (invoice.isError && invoice.data === undefined) {
    return (
      <RefusalPanel error={invoice.error} onRetry={() => void invoice.refetch()} isRetrying={invoice.isFetching} />
    );
  }
  if (invoice.data === undefined || status === undefined) return <RowsWaiting />;
  return <OpenedInvoice invoice={invoice.data} timeZone={status.timeZone} selection={selection} />;
}

interface OpenedInvoiceProps extends PaneProps {
  readonly invoice: RouterOutputs['invoices']['open'];
  readonly timeZone: string;
}

function OpenedInvoice({ invoice, timeZone, selection }: OpenedInvoiceProps) {
  const { invoiceId, currency, lines, payments, creditNotes, subtotalMinor } = invoice;
  const columns = useMemo(
    () => ({
      lines: invoiceLineColumns(lines, timeZone, selection, subtotalMinor),
      payments: paymentColumns(currency, timeZone, selection),
      creditNotes: creditNoteColumns(currency, timeZone, selection),
    }),
    [lines, timeZone, selection, subtotalMinor, currency],
  );
  const money = (amountMinor: number) => <Amount amountMinor={amountMinor} currency={currency} isSymbolShown />;
  const at = (instant: number | null) => (instant === null ? 'none' : instantText(instant, timeZone));
  return (
    <>
      <h2>Invoice {invoice.number ?? invoiceId}</h2>
      <p className={styles.figure}>{money(invoice.totalMinor)}</p>
      <div className={styles.twoPairs}>
        <Pairs
          pairs={[
            [
              'Stripe object',
              <FigureLink key="object" to={{ ...selection, object: invoiceId }}>
                {invoiceId}
              </FigureLink>,
            ],
            ['Customer', invoice.customerName ?? invoice.customerId ?? 'none'],
            ['Status', codeText(invoice.status)],
            ['Created', at(invoice.createdAt)],
            ['Due', at(invoice.dueAt)],
            ['Paid on', at(invoice.paidAt)],
          ]}
        />
        <Pairs
          pairs={[
            ['Subtotal', money(subtotalMinor)],
            ['Tax', money(invoice.taxMinor)],
            ['Total', money(invoice.totalMinor)],
            ['Paid', money(invoice.amountPaidMinor)],
            ['Remaining', money(invoice.amountRemainingMinor)],
            ['Payment attempts', String(invoice.attemptCount)],
          ]}
        />
      </div>
      <TitledRows
        name="drill-lines"
        title="Lines"
        pages={rowsInMemory(lines)}
        columns={columns.lines}
        keyOf={({ lineId }) => lineId}
      />
      <TitledRows
        name="drill-payments"
        title="Payments"
        pages={rowsInMemory(payments)}
        columns={columns.payments}
        keyOf={({ chargeId }) => chargeId}
      />
      <TitledRows
        name="drill-credit-notes"
        title="Credit notes"
        pages={rowsInMemory(creditNotes)}
        columns={columns.creditNotes}
        keyOf={({ creditNoteId }) => creditNoteId}
      />
    </>
  );
}
