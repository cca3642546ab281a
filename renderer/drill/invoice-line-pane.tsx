// One invoice line with the invoice it stands on; the invoice opens as the Stripe object that says so.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { core } from '../core/client.ts';
import type { InvoiceLine } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { instantText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { Pairs } from '../parts/pairs.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import type { Selection } from '../selection/selection.ts';
import styles from './drill-panel.module.css';
import type { PaneProps } from './pane-props.ts';

export function InvoiceLinePane({ id, selection }: PaneProps & { readonly id: string }) {
  const { data: line, error, isError, isFetching, refetch } = useQuery(core.invoices.line.queryOptions({ lineId: id }));
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (isError && line === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  if (line === undefined || status === undefined) return <RowsWaiting rows={8} />;
  const at = (instant: number) => instantText(instant, status.timeZone);
  return (
    <>
      <h2>{line.description ?? 'Invoice line'}</h2>
      <p className={styles.figure}>
        <Amount amountMinor={line.amountMinor} currency={line.currency} isSymbolShown />
      </p>
      <Pairs
        pairs={[
          ['Line', line.lineId],
          ['Service period', `${at(line.periodStartAt)} to ${at(line.periodEndAt)}`],
          ['Quantity', line.quantity === null ? 'none' : countText(line.quantity)],
          ['Proration', line.isProration ? 'Yes: its amount has no effect on MRR' : 'No'],
          ['Price', objectLink(line.priceId, selection)],
          ['Subscription', objectLink(line.subscriptionId, selection)],
        ]}
      />
      {line.invoice === null ? (
        <p className={styles.about}>Its invoice is not in this ledger yet.</p>
      ) : (
        <InvoiceOfLine invoice={line.invoice} at={at} selection={selection} />
      )}
    </>
  );
}

interface InvoiceOfLineProps {
  readonly invoice: NonNullable<InvoiceLine['invoice']>;
  readonly at: (instant: number) => string;
  readonly selection: Selection;
}

function InvoiceOfLine({ invoice, at, selection }: InvoiceOfLineProps) {
  const money = (amountMinor: number) => <Amount amountMinor={amountMinor} currency={invoice.currency} isSymbolShown />;
  return (
    <>
      <h3>Invoice {invoice.number}</h3>
      <Pairs
        pairs={[
          [
            'Invoice',
            <FigureLink key="invoice" to={invoiceStep(selection, invoice.invoiceId)}>
              {invoice.number ?? invoice.invoiceId}
            </FigureLink>,
          ],
          ['Stripe object', objectLink(invoice.invoiceId, selection)],
          ['Status', codeText(invoice.status)],
          ['Created', at(invoice.createdAt)],
          ['Subtotal', money(invoice.subtotalMinor)],
          ['Tax', money(invoice.taxMinor)],
          ['Total', money(invoice.totalMinor)],
          ['Paid', money(invoice.amountPaidMinor)],
        ]}
      />
    </>
  );
}

/** The invoice as the deepest step: a line opens below its invoice, not above it. */
function invoiceStep({ line, object, ...selection }: Selection, invoice: string): Selection {
  return { ...selection, invoice };
}

function objectLink(id: string | null, selection: Selection): ReactNode {
  return id === null ? 'none' : <FigureLink to={{ ...selection, object: id }}>{id}</FigureLink>;
}
