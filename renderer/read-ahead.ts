// Reads what a screen will ask for, before it stands: as soon as one goes to it, and of the other areas at rest.
import { core, client, queryClient } from './core/client.ts';
import { firstPage } from './core/use-pages.ts';
import { listInput } from './customers/list-question.ts';
import { figuresQuestion, movementsQuestion } from './overview/overview-questions.ts';
import { revenueQuestion } from './revenue/revenue-question.ts';
import type { Selection } from './selection/selection.ts';
import { type View, viewFor } from './selection/view.ts';

type Ahead = (selection: Selection, view: View) => void;

const AREAS: Readonly<Record<string, Ahead>> = {
  '/': (_selection, view) => {
    void queryClient.prefetchQuery(core.overview.figures.queryOptions(figuresQuestion(view)));
    void queryClient.prefetchQuery(core.reports.movements.queryOptions(movementsQuestion(view)));
  },
  '/revenue': (selection, view) => {
    void queryClient.prefetchQuery(core.reports.movements.queryOptions(revenueQuestion(view, selection.by)));
  },
  '/customers': (selection, view) => {
    const input = listInput(selection, selection.search ?? '', view.currency);
    void queryClient.prefetchQuery(
      firstPage(core.customers.list.queryKey(input), (range, signal) =>
        client.customers.list.query({ ...input, ...range }, { signal }),
      ),
    );
    void queryClient.prefetchQuery(core.customers.facets.queryOptions());
  },
};

/** Asks what the screen at the path will ask under the selection. A refusal is told by the screen itself. */
export async function readAhead(path: string, selection: Selection): Promise<void> {
  const customerId = /^\/customers\/([^/]+)$/.exec(path)?.[1];
  const ask = AREAS[path];
  if (ask === undefined && customerId === undefined) return;
  try {
    const status = await queryClient.ensureQueryData(core.workspace.status.queryOptions());
    if (status.dataThrough === null) return;
    const view = viewFor(selection, status.dataThrough);
    if (customerId === undefined) ask?.(selection, view);
    else readCustomer(decodeURIComponent(customerId), view);
  } catch {
    // Without a ledger, or without an answer, the screen says so.
  }
}

/** Asks what the customer's page will ask. */
export function readCustomer(customerId: string, { from, to, currency }: Pick<View, 'from' | 'to' | 'currency'>): void {
  const asked = { customerId, ...(currency !== undefined && { currency }) };
  void queryClient.prefetchQuery(core.customers.open.queryOptions(asked));
  void queryClient.prefetchQuery(
    core.customers.history.queryOptions({
      ...asked,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    }),
  );
  void queryClient.prefetchQuery(
    firstPage(core.customers.invoices.queryKey({ customerId }), (range, signal) =>
      client.customers.invoices.query({ customerId, ...range }, { signal }),
    ),
  );
}
