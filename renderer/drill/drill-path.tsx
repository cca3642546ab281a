// The way down to the open step; each earlier step is a link back to it.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import { type DrillStep, figureText, type OpenedStep } from './drill-steps.ts';
import styles from './drill-panel.module.css';

export function DrillPath({ steps }: { readonly steps: readonly OpenedStep[] }) {
  return (
    <ol className={styles.path}>
      {steps.map(({ step, selection }, index) => (
        <li key={step.kind}>
          {index === steps.length - 1 ? (
            <span aria-current="step">
              <StepName step={step} />
            </span>
          ) : (
            <FigureLink to={selection}>
              <StepName step={step} />
            </FigureLink>
          )}
        </li>
      ))}
    </ol>
  );
}

function StepName({ step }: { readonly step: DrillStep }) {
  if (step.kind === 'figure') {
    return <FigureName {...step} />;
  }
  if (step.kind === 'customer') return <CustomerName id={step.id} />;
  if (step.kind === 'invoice') return <InvoiceNumber id={step.id} />;
  return step.kind === 'line' ? 'Invoice line' : step.id;
}

function FigureName({ show, month, of }: Extract<DrillStep, { kind: 'figure' }>) {
  const isOfPlan = of.groupBy === 'plan' && of.group !== undefined;
  const { data: facets } = useQuery(core.customers.facets.queryOptions(undefined, { enabled: isOfPlan }));
  const plan = isOfPlan ? facets?.plans.find(({ planId }) => planId === of.group)?.plan : undefined;
  const parts = [figureText(show, month, of.since), plan ?? of.group, of.billed === of.group ? undefined : of.billed];
  return parts.filter((part) => part !== undefined).join(', ');
}

function CustomerName({ id }: { readonly id: string }) {
  const { data: drill } = useQuery(core.customers.drill.queryOptions({ customerId: id }));
  return drill?.customer.name ?? id;
}

function InvoiceNumber({ id }: { readonly id: string }) {
  const { data: invoice } = useQuery(core.invoices.open.queryOptions({ invoiceId: id }));
  return `Invoice ${invoice?.number ?? id}`;
}
