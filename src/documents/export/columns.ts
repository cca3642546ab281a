// What an export is made of: a report's envelope, its columns with their types, and its rows.
import { type Currency, currency, exponentOf, majorText } from '../../kernel/index.ts';

/** A row of any report; every column names one of its fields. */
export type ExportRow = Readonly<Record<string, unknown>>;

/**
 * How a field is written. `amount` fields hold whole minor units and are written in major units of the row's
 * currency, under the field's name without `Minor`; `list` fields hold texts.
 */
export type ColumnKind = 'text' | 'day' | 'integer' | 'amount' | 'list';

export interface ExportColumn {
  readonly field: string;
  readonly kind: ColumnKind;
}

/** One report as it leaves the ledger. */
export interface ExportReport {
  /** What stands around the rows in JSON, in this order. */
  readonly envelope: ExportRow;
  readonly columns: readonly ExportColumn[];
  readonly rows: Iterable<ExportRow>;
}

/** The heading of a column in a spreadsheet. */
export function headingOf(column: ExportColumn): string {
  return column.kind === 'amount' ? column.field.replace(/Minor$/, '') : column.field;
}

/** The field's value as text in major units, dates and numbers as they are; nothing for an absent value. */
export function textOf(column: ExportColumn, row: ExportRow): string {
  const value = row[column.field];
  if (value === null || value === undefined) return '';
  if (column.kind === 'amount') return majorText(minorUnits(value), currencyOf(row));
  return Array.isArray(value) ? value.join('; ') : String(value);
}

/** Digits after the point in the row's amounts. */
export function digitsOf(row: ExportRow): number {
  return exponentOf(currencyOf(row));
}

function currencyOf(row: ExportRow): Currency {
  return currency(String(row['currency']));
}

function minorUnits(value: unknown): number | bigint {
  return typeof value === 'bigint' ? value : Number(value);
}
