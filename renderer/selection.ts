// What is selected on a screen lives in the URL, so that back works and a view can be sent on.
import { isMonth } from './format/calendar.ts';
import { isMovementKind, type MovementKind } from './format/words.ts';

/** Period lengths that can be chosen, in months. */
export const PERIODS = [12, 24, 36] as const;
export const DEFAULT_PERIOD = 24;
export type Period = (typeof PERIODS)[number];

/** Figures that open besides the movements of one kind: balances, a month's net change, counts of customers. */
const FIGURES = [
  'mrr',
  'arr',
  'net',
  'customers',
  'customers_new',
  'customers_reactivated',
  'customers_churned',
] as const;

/** A figure that opens. */
export type Shown = (typeof FIGURES)[number] | MovementKind;

/** The URL's selection; what is absent is at its default. */
export interface Selection {
  readonly months?: Period;
  readonly currency?: string;
  readonly table?: 'customers';
  /** The open figure, of `month`. */
  readonly show?: Shown;
  readonly month?: string;
  /** Opened below the figure, each one a step deeper. */
  readonly customer?: string;
  readonly line?: string;
  readonly object?: string;
}

/** The selection a URL asks for; what it cannot mean is left out. */
export function parseSelection(search: Record<string, unknown>): Selection {
  const months = PERIODS.find((period) => String(period) === String(search['months']));
  const show = text(search['show']);
  const month = text(search['month']);
  const currency = text(search['currency']);
  return kept({
    months: months === DEFAULT_PERIOD ? undefined : months,
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    table: search['table'] === 'customers' ? 'customers' : undefined,
    show: show !== undefined && isShown(show) ? show : undefined,
    month: month !== undefined && isMonth(month) ? month : undefined,
    customer: text(search['customer']),
    line: text(search['line']),
    object: text(search['object']),
  });
}

/** The query string of a selection, with its question mark; empty for the defaults. */
export function selectionSearch(selection: object): string {
  const entries = Object.entries(selection).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? '' : `?${search}`;
}

/** The selection without anything opened. */
export function withoutDrill({ months, currency, table }: Selection): Selection {
  return kept({ months, currency, table });
}

/** The selection with a figure opened, and nothing below it. */
export function withFigure(selection: Selection, show: Shown, month: string): Selection {
  return { ...withoutDrill(selection), show, month };
}

/** True when the drill panel is open. */
export function isDrillOpen({ show, month, customer, line, object }: Selection): boolean {
  return (show !== undefined && month !== undefined) || [customer, line, object].some((id) => id !== undefined);
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

function isShown(value: string): value is Shown {
  return FIGURES.some((figure) => figure === value) || isMovementKind(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 255 ? value : undefined;
}
