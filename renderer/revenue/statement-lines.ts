// The lines of the roll-forward: which field of a month each one is, what it is called and what it opens.
import type { MovementsRow } from '../core/outputs.ts';
import { MOVEMENT_WORDS } from '../format/words.ts';
import type { Shown } from '../selection/selection.ts';

/** A number of a month: an amount in minor units or a count of customers. */
export type LineField = Extract<keyof MovementsRow, `${string}Minor` | `customers${string}`>;

export interface StatementLine {
  readonly field: LineField;
  readonly name: string;
  readonly show: Shown;
  /** Losses come as positive numbers and are shown with their minus. */
  readonly isLoss?: boolean;
  readonly isCount?: boolean;
  readonly isBalance?: boolean;
  /** An opening balance is the closing one of the month before. */
  readonly isOfMonthBefore?: boolean;
  /** Left out where it is nothing in every month. */
  readonly isOnlyWhereAny?: boolean;
}

const MRR_LINES: readonly StatementLine[] = [
  { field: 'openingMinor', name: 'Opening MRR', show: 'mrr', isOfMonthBefore: true, isBalance: true },
  { field: 'newMinor', name: MOVEMENT_WORDS.new, show: 'new' },
  { field: 'reactivationMinor', name: MOVEMENT_WORDS.reactivation, show: 'reactivation' },
  { field: 'expansionMinor', name: MOVEMENT_WORDS.expansion, show: 'expansion' },
  { field: 'contractionMinor', name: MOVEMENT_WORDS.contraction, show: 'contraction', isLoss: true },
  { field: 'churnMinor', name: MOVEMENT_WORDS.churn, show: 'churn', isLoss: true },
  { field: 'transferInMinor', name: MOVEMENT_WORDS.transfer_in, show: 'transfer_in', isOnlyWhereAny: true },
  {
    field: 'transferOutMinor',
    name: MOVEMENT_WORDS.transfer_out,
    show: 'transfer_out',
    isLoss: true,
    isOnlyWhereAny: true,
  },
  { field: 'fxMinor', name: MOVEMENT_WORDS.fx, show: 'fx', isOnlyWhereAny: true },
  { field: 'closingMinor', name: 'Closing MRR', show: 'mrr', isBalance: true },
];

const CUSTOMER_LINES: readonly StatementLine[] = [
  {
    field: 'customersOpening',
    name: 'Opening customers',
    show: 'customers',
    isOfMonthBefore: true,
    isBalance: true,
    isCount: true,
  },
  { field: 'customersNew', name: MOVEMENT_WORDS.new, show: 'customers_new', isCount: true },
  { field: 'customersReactivated', name: 'Reactivated', show: 'customers_reactivated', isCount: true },
  { field: 'customersChurned', name: 'Churned', show: 'customers_churned', isLoss: true, isCount: true },
  {
    field: 'customersTransferredIn',
    name: MOVEMENT_WORDS.transfer_in,
    show: 'customers_transferred_in',
    isCount: true,
    isOnlyWhereAny: true,
  },
  {
    field: 'customersTransferredOut',
    name: MOVEMENT_WORDS.transfer_out,
    show: 'customers_transferred_out',
    isLoss: true,
    isCount: true,
    isOnlyWhereAny: true,
  },
  { field: 'customersClosing', name: 'Closing customers', show: 'customers', isBalance: true, isCount: true },
];

export type StatementTable = 'mrr' | 'customers';

/** The numbers of a month, or of the period; a month lacks none of them. */
export type LineNumbers = Pick<MovementsRow, LineField>;

/** The lines that a statement over these months has: transfers and rates only where they did something. */
export function linesOf(table: StatementTable, rows: readonly LineNumbers[]): readonly StatementLine[] {
  const lines = table === 'mrr' ? MRR_LINES : CUSTOMER_LINES;
  return lines.filter((line) => hasNumbers(line, rows));
}

/** False for a line that is left out where it is nothing, and is. */
export function hasNumbers({ field, isOnlyWhereAny }: StatementLine, rows: readonly LineNumbers[]): boolean {
  return !isOnlyWhereAny || rows.some((row) => row[field] !== 0);
}

/** The line that stands for a group while it is closed: the one named, or the closing balance. */
export function lineNamed(lines: readonly StatementLine[], field: string | undefined): StatementLine | undefined {
  return lines.find((line) => line.field === field) ?? lines.at(-1);
}

/** The line's number as shown: a loss below zero; null where a rate is missing. */
export function shownNumber(row: LineNumbers, { field, isLoss }: StatementLine): number | null {
  const number: number | null = row[field];
  return isLoss && number !== null && number !== 0 ? -number : number;
}
