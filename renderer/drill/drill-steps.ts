// The way down from a figure: which steps the selection opens, and where closing one of them leads.
import { monthText } from '../format/calendar.ts';
import { MOVEMENT_WORDS } from '../format/words.ts';
import { kept, type Selection, type Shown, withoutDrill } from '../selection/selection.ts';

export type DrillStep =
  | {
      readonly kind: 'figure';
      readonly show: Shown;
      readonly month: string;
      readonly of: Pick<Selection, 'since' | 'group' | 'groupBy' | 'billed'>;
    }
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'invoice'; readonly id: string }
  | { readonly kind: 'line'; readonly id: string }
  | { readonly kind: 'object'; readonly id: string };

export interface OpenedStep {
  readonly step: DrillStep;
  /** The selection with this step as the deepest. */
  readonly selection: Selection;
}

/** The opened steps from the figure down. */
export function openedSteps(selection: Selection): readonly OpenedStep[] {
  const { show, month, since, group, groupBy, billed, customer, invoice, line, object } = selection;
  const steps: OpenedStep[] = [];
  let path = withoutDrill(selection);
  const open = (step: DrillStep, fields: Partial<Selection>) => {
    path = kept({ ...path, ...fields });
    steps.push({ step, selection: path });
  };
  if (show !== undefined && month !== undefined) {
    const of = kept({ since, group, groupBy, billed });
    open({ kind: 'figure', show, month, of }, { show, month, ...of });
  }
  if (customer !== undefined) open({ kind: 'customer', id: customer }, { customer });
  if (invoice !== undefined) open({ kind: 'invoice', id: invoice }, { invoice });
  if (line !== undefined) open({ kind: 'line', id: line }, { line });
  if (object !== undefined) open({ kind: 'object', id: object }, { object });
  return steps;
}

const FIGURE_WORDS: Readonly<Record<Shown, string>> = {
  ...MOVEMENT_WORDS,
  mrr: 'MRR',
  arr: 'ARR',
  net: 'Net new MRR',
  customers: 'Active customers',
  customers_new: 'New customers',
  customers_reactivated: 'Reactivated customers',
  customers_churned: 'Churned customers',
  customers_transferred_in: 'Customers transferred in',
  customers_transferred_out: 'Customers transferred out',
};

/** The name of a figure: `Churn, October 2026`, or `Churn, January 2026 to October 2026`. */
export function figureText(show: Shown, month: string, since?: string): string {
  const months = since === undefined ? monthText(month) : `${monthText(since)} to ${monthText(month)}`;
  return `${FIGURE_WORDS[show]}, ${months}`;
}
