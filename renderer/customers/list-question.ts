// What the list of customers asks the core: the URL's search, filters and order.
import type { RouterInputs } from '../core/outputs.ts';
import { CUSTOMER_SORTS, type CustomerSort, kept, type Selection, withoutDrill } from '../selection/selection.ts';

export type ListInput = Omit<Extract<RouterInputs['customers']['list'], object>, 'offset' | 'limit'>;
type Status = NonNullable<ListInput['status']>[number];

/** Where a customer's subscriptions stand, in the order of the filter. */
export const STATUSES = ['active', 'trialing', 'past_due', 'paused', 'canceled', 'none'] as const satisfies Status[];

/** A customer without a country, as the URL names that: an empty word could not stand there. */
export const NO_COUNTRY = 'unknown';

const DEFAULT_SORT: CustomerSort = 'mrr';
/** What one wants to see first: the largest, the latest, and words from the beginning of the alphabet. */
const DESCENDING_FIRST: ReadonlySet<CustomerSort> = new Set(['mrr', 'created', 'active_since']);

/** The statuses that the URL filters by. */
export function statusesOf({ status }: Selection): readonly Status[] {
  const asked = status?.split(',') ?? [];
  return STATUSES.filter((known) => asked.includes(known));
}

/** The selection with one status more, or one less. */
export function withStatus(selection: Selection, status: Status, isAsked: boolean): Selection {
  const asked = STATUSES.filter((one) => (one === status ? isAsked : statusesOf(selection).includes(one)));
  return kept({ ...withoutDrill(selection), status: asked.length === 0 ? undefined : asked.join(',') });
}

/** How the list is sorted. */
export function sortOf({ sort = DEFAULT_SORT, descending }: Selection) {
  return { key: sort, isDescending: descending ?? DESCENDING_FIRST.has(sort) };
}

/** The selection with another order; orders that are as by themselves leave no trace in the URL. */
export function withSort(
  selection: Selection,
  { key, isDescending }: { key: string; isDescending: boolean },
): Selection {
  const sort = CUSTOMER_SORTS.find((known) => known === key) ?? DEFAULT_SORT;
  return kept({
    ...withoutDrill(selection),
    sort: sort === DEFAULT_SORT ? undefined : sort,
    descending: isDescending === DESCENDING_FIRST.has(sort) ? undefined : isDescending,
  });
}

/** True when the list is searched or filtered. */
export function isNarrowed({ search, status, plan, country, billing }: Selection): boolean {
  return [search, status, plan, country, billing].some((choice) => choice !== undefined);
}

/** The selection without search and filters. */
export function widened(selection: Selection): Selection {
  const { search, status, plan, country, billing, ...rest } = withoutDrill(selection);
  return rest;
}

/** What is asked of `customers.list`, and of the export of the same. */
export function listInput(selection: Selection, search: string, currency: string | undefined): ListInput {
  const { plan, country, billing } = selection;
  const status = [...statusesOf(selection)];
  const { key, isDescending } = sortOf(selection);
  const text = search.trim();
  return {
    ...(text !== '' && { search: text }),
    ...(status.length > 0 && { status }),
    ...(plan !== undefined && { plan }),
    ...(country !== undefined && { country: country === NO_COUNTRY ? '' : country }),
    ...(billing !== undefined && { billingCurrency: billing }),
    ...(currency !== undefined && { currency }),
    sort: key,
    isDescending,
  };
}
