// One step of the way down. Earlier steps stay drawn under the open one, so that going back finds them as they were.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { CurrencyRows } from './currency-rows.tsx';
import { CustomerPane } from './customer-pane.tsx';
import { CustomerRows } from './customer-rows.tsx';
import styles from './drill-panel.module.css';
import { figureText, type OpenedStep } from './drill-steps.ts';
import { InvoiceLinePane } from './invoice-line-pane.tsx';
import { InvoicePane } from './invoice-pane.tsx';
import { MovementRows } from './movement-rows.tsx';
import { NoSuchFigure } from './no-such-figure.tsx';
import type { FigurePaneProps, PaneProps } from './pane-props.ts';
import { StripeObjectPane } from './stripe-object-pane.tsx';

const STEP_WORDS = { customer: 'Customer', invoice: 'Invoice', line: 'Invoice line', object: 'Stripe object' } as const;

interface DrillPaneProps {
  readonly opened: OpenedStep;
  readonly isHidden: boolean;
}

export function DrillPane({ opened: { step, selection }, isHidden }: DrillPaneProps) {
  const name = step.kind === 'figure' ? figureText(step.show, step.month, step.of.since) : STEP_WORDS[step.kind];
  return (
    <section className={styles.pane} inert={isHidden} tabIndex={-1} aria-label={name} data-autofocus={!isHidden}>
      <StepContent step={step} selection={selection} />
    </section>
  );
}

function StepContent({ step, selection }: PaneProps & Pick<OpenedStep, 'step'>) {
  const pane = { selection };
  switch (step.kind) {
    case 'customer':
      return <CustomerPane id={step.id} {...pane} />;
    case 'invoice':
      return <InvoicePane id={step.id} {...pane} />;
    case 'line':
      return <InvoiceLinePane id={step.id} {...pane} />;
    case 'object':
      return <StripeObjectPane id={step.id} />;
    case 'figure':
      return <FigurePane show={step.show} month={step.month} {...pane} />;
  }
}

function FigurePane(figure: FigurePaneProps) {
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (status !== undefined && !isFigure(figure.show, figure.month, status.dataThrough)) return <NoSuchFigure />;
  const { since, group } = figure.selection;
  if (figure.show === 'fx' && since === undefined && group === undefined) return <CurrencyRows {...figure} />;
  return isOfCustomers(figure.show) ? <CustomerRows {...figure} /> : <MovementRows {...figure} />;
}

/** Figures reach to the month of the last day known; ARR is that month's alone. */
function isFigure(show: string, month: string, through: string | null): boolean {
  const last = through?.slice(0, 7) ?? '';
  return show === 'arr' ? month === last : month <= last;
}

function isOfCustomers(show: string): boolean {
  return show === 'mrr' || show === 'arr' || show.startsWith('customers');
}
