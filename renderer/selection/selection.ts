// What is selected on a screen lives in the URL, so that back works and a view can be sent on.
import { isMonth } from '../format/calendar.ts';
import { isMovementKind, type MovementKind } from '../format/words.ts';
import { DEFAULT_PRESET, type PeriodChoice, PRESETS } from './period.ts';

/** Figures that open besides the movements of one kind: balances, a month's net change, counts of customers. */
const FIGURES = [
  'mrr',
  'arr',
  'net',
  'customers',
  'customers_new',
  'customers_reactivated',
  'customers_churned',
  'customers_transferred_in',
  'customers_transferred_out',
] as const;

/** A figure that opens. */
export type Shown = (typeof FIGURES)[number] | MovementKind;

export const COMPARISONS = ['before', 'year'] as const;
export const GROUPINGS = ['plan', 'country', 'currency'] as const;
export const CUSTOMER_SORTS = ['name', 'mrr', 'created', 'active_since', 'country', 'status'] as const;
export const CHARTS = ['closing', 'movements'] as const;
export type ChartChoice = (typeof CHARTS)[number];
export type Comparison = (typeof COMPARISONS)[number];
export type Grouping = (typeof GROUPINGS)[number];
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** What every area is shown under, and keeps as one goes from area to area. */
export interface ViewChoice extends PeriodChoice {
  /** The period before, or the same months a year before; absent for none. */
  readonly compare?: Comparison;
  /** A currency, or `native` for each in its own; absent for the reporting currency. */
  readonly currency?: string;
}

/** What is opened below a figure, each one a step deeper. */
export interface DrillChoice {
  /** The open figure, of `month`, and of one `group` where the view is grouped. */
  readonly show?: Shown;
  readonly month?: string;
  /** The first month of a figure of several months, of which `month` is the last. */
  readonly since?: string;
  readonly group?: string;
  readonly groupBy?: Grouping;
  /** The billing currency of a figure that is not converted. */
  readonly billed?: string;
  readonly customer?: string;
  readonly invoice?: string;
  readonly line?: string;
  readonly object?: string;
}

/** The choices of single areas; several values of one filter stand with commas between them. */
export interface AreaChoice {
  readonly by?: Grouping;
  readonly table?: string;
  readonly chart?: ChartChoice;
  /** The line that stands for a closed group of the roll-forward; `all` opens every group. */
  readonly lines?: string;
  /** Which rows of a customer are listed. */
  readonly list?: string;
  readonly search?: string;
  readonly status?: string;
  readonly plan?: string;
  readonly country?: string;
  readonly billing?: string;
  readonly sort?: CustomerSort;
  readonly descending?: boolean;
}

/** The URL's selection; what is absent is at its default. */
export interface Selection extends ViewChoice, DrillChoice, AreaChoice {}

/** The selection a URL asks for; what it cannot mean is left out. */
export function parseSelection(search: Record<string, unknown>): Selection {
  const show = text(search['show']);
  return kept({
    ...parsePeriod(search),
    compare: oneOf(COMPARISONS, search['compare']),
    currency: search['currency'] === 'native' ? 'native' : currencyCode(search['currency']),
    show: show !== undefined && isShown(show) ? show : undefined,
    month: month(search['month']),
    since: sinceOf(search),
    group: text(search['group']),
    groupBy: oneOf(GROUPINGS, search['groupBy']),
    billed: currencyCode(search['billed']),
    customer: text(search['customer']),
    invoice: text(search['invoice']),
    line: text(search['line']),
    object: text(search['object']),
    by: oneOf(GROUPINGS, search['by']),
    table: text(search['table']),
    chart: oneOf(CHARTS, search['chart']),
    lines: text(search['lines']),
    list: text(search['list']),
    search: text(search['search']),
    status: text(search['status']),
    plan: text(search['plan']),
    country: text(search['country']),
    billing: text(search['billing']),
    sort: oneOf(CUSTOMER_SORTS, search['sort']),
    descending: truth(search['descending']),
  });
}

/** The query string of a selection, with its question mark; empty for the defaults. */
export function selectionSearch(selection: object): string {
  let search = '';
  for (const [name, value] of Object.entries(selection)) {
    if (value === undefined || value === null) continue;
    search += `${search === '' ? '?' : '&'}${name}=${asPart(String(value))}`;
  }
  return search;
}

/** A value as it stands in a query string; most need nothing done, and a statement has hundreds of links. */
function asPart(value: string): string {
  return /^[\w.-]*$/.test(value) ? value : encodeURIComponent(value).replaceAll("'", '%27');
}

/** The address of a selection on the present screen, for links; it follows no change of the screen. */
export function selectionHref(selection: Selection): string {
  const search = selectionSearch(selection);
  return search === '' ? '?' : search;
}

/** What is kept as one goes to another area: period, comparison, currency. */
export function viewOf({ period, from, to, compare, currency }: Selection): ViewChoice {
  return kept({ period, from, to, compare, currency });
}

/** The selection without anything opened. */
export function withoutDrill(selection: Selection): Selection {
  const { show, month, since, group, groupBy, billed, customer, invoice, line, object, ...rest } = selection;
  return rest;
}

/** The selection with a figure opened, and nothing below it. */
export function withFigure(
  selection: Selection,
  show: Shown,
  month: string,
  of: Pick<DrillChoice, 'since' | 'group' | 'groupBy' | 'billed'> = {},
): Selection {
  return { ...withoutDrill(selection), show, month, ...of };
}

/** True when the drill panel is open. */
export function isDrillOpen({ show, month, customer, invoice, line, object }: Selection): boolean {
  return (
    (show !== undefined && month !== undefined) || [customer, invoice, line, object].some((id) => id !== undefined)
  );
}

/** True when the URL asks for a figure or a month that there is not, with nothing else opened. */
export function isFigureUnknown(search: Record<string, unknown>): boolean {
  const isAsked = [search['show'], search['month']].some((value) => value !== undefined && value !== '');
  return isAsked && !isDrillOpen(parseSelection(search));
}

/** The selection's fields that have a value. */
export function kept(fields: { [Name in keyof Selection]: Selection[Name] | undefined }): Selection {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function parsePeriod(search: Record<string, unknown>): {
  [Name in keyof PeriodChoice]: PeriodChoice[Name] | undefined;
} {
  const from = month(search['from']);
  const to = month(search['to']);
  if (from !== undefined && to !== undefined && from <= to) return { from, to };
  const period = oneOf(PRESETS, search['period']);
  return { period: period === DEFAULT_PRESET ? undefined : period };
}

function isShown(value: string): value is Shown {
  return FIGURES.some((figure) => figure === value) || isMovementKind(value);
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

function month(value: unknown): string | undefined {
  return typeof value === 'string' && isMonth(value) ? value : undefined;
}

/** Earlier than the figure's month, or nothing. */
function sinceOf(search: Record<string, unknown>): string | undefined {
  const since = month(search['since']);
  const last = month(search['month']);
  return since !== undefined && last !== undefined && since < last ? since : undefined;
}

function currencyCode(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : undefined;
}

function truth(value: unknown): boolean | undefined {
  return String(value) === 'true' ? true : String(value) === 'false' ? false : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 255 ? value : undefined;
}
