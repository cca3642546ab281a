// The statement as it is laid out: blocks of the whole and of each group, months across, lines down.
import type { MovementsReport, MovementsRow } from '../core/outputs.ts';
import { monthBefore } from '../format/calendar.ts';
import type { Grouping, Selection } from '../selection/selection.ts';
import { withFigure } from '../selection/selection.ts';
import { hasNumbers, type LineNumbers, lineNamed, type StatementLine } from './statement-lines.ts';

/** The roll-forward of a whole period, as the core sums it. */
export type PeriodRow = MovementsReport['totals'][number];

/** The months that the period is compared with. */
export type ComparedMonths = NonNullable<MovementsReport['compared']>;

/** What changed since the period compared with, line by line; a loss that grew is a change below zero. */
export type LineChanges = ComparedMonths['changes'][number]['lines'];

/** The whole, or one group of it, in one currency. */
export interface Block {
  readonly key: string;
  /** Null for the whole. */
  readonly groupId: string | null;
  /** What the core finds the group by; a country that is not known has no id, but a name. */
  readonly asked: string;
  readonly name: string;
  readonly currency: string;
  readonly months: ReadonlyMap<string, MovementsRow>;
  readonly total: PeriodRow | undefined;
  /** The same of the period compared with. */
  readonly compared: PeriodRow | undefined;
  readonly change: LineChanges | undefined;
}

export interface Statement {
  /** Ascending. */
  readonly months: readonly string[];
  /** One, or one for each currency where amounts are not converted. */
  readonly wholes: readonly Block[];
  /** The largest first. */
  readonly groups: readonly Block[];
}

/** What a row of the table is: the head of a block, or one of its lines. */
export type StatementRow =
  | { readonly kind: 'head'; readonly block: Block; readonly isOpen: boolean; readonly line: StatementLine | undefined }
  | { readonly kind: 'line'; readonly block: Block; readonly line: StatementLine };

interface Sources {
  readonly rows: readonly MovementsRow[];
  readonly totals: readonly PeriodRow[];
  readonly compared: readonly PeriodRow[];
  readonly changes: ComparedMonths['changes'];
}

/** Lays a report out. Groups stand by their last closing balance, by name where balances are equal or unknown. */
export function statementOf(report: MovementsReport, wholeName: string): Statement {
  const { rows, monthTotals, totals, groupTotals, compared } = report;
  const isGrouped = groupTotals.length > 0 || rows.some(({ groupId }) => groupId !== null);
  const changes = compared?.changes ?? [];
  const whole: Sources = { rows: isGrouped ? monthTotals : rows, totals, compared: compared?.totals ?? [], changes };
  const group: Sources = {
    rows: isGrouped ? rows : [],
    totals: groupTotals,
    compared: compared?.groupTotals ?? [],
    changes,
  };
  const isNative = report.currency === null;
  const nameOf = (row: MovementsRow) => {
    if (row.groupId === null) return isNative ? row.currency : wholeName;
    const name = row.groupId === '' || row.group === null ? 'Unknown' : row.group;
    return isNative && name !== row.currency ? `${name}, ${row.currency}` : name;
  };
  return {
    months: [...new Set(rows.map(({ month }) => month))].sort(),
    wholes: blocksOf(whole, nameOf).sort(bySize),
    groups: blocksOf(group, nameOf).sort(bySize),
  };
}

function blocksOf({ rows, totals, compared, changes }: Sources, nameOf: (row: MovementsRow) => string): Block[] {
  const byKey = Map.groupBy(rows, keyOf);
  return [...byKey].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    return {
      key,
      groupId: first.groupId,
      asked: first.groupId === '' ? (first.group ?? '') : (first.groupId ?? ''),
      name: nameOf(first),
      currency: first.currency,
      months: new Map(own.map((row): [string, MovementsRow] => [row.month, row])),
      total: totals.find((row) => keyOf(row) === key),
      compared: compared.find((row) => keyOf(row) === key),
      change: changes.find((row) => keyOf(row) === key)?.lines,
    };
  });
}

function keyOf({ groupId, currency }: Pick<MovementsRow, 'groupId' | 'currency'>): string {
  return `${groupId ?? ' '} ${currency}`;
}

function bySize(a: Block, b: Block): number {
  return sizeOf(b) - sizeOf(a) || (a.name < b.name ? -1 : 1);
}

function sizeOf({ months }: Block): number {
  return [...months.values()].at(-1)?.closingMinor ?? 0;
}

/** Which blocks stand open, besides or against what they do by themselves. */
export interface Openness {
  /** Groups stand open by themselves too. */
  readonly isAllOpen: boolean;
  /** Blocks that a person opened or closed against that. */
  readonly toggled: ReadonlySet<string>;
  /** The field shown for a closed block; its closing balance when undefined. */
  readonly field: string | undefined;
}

/** The table's rows. A statement of one block has its lines alone. */
export function statementRows(
  { wholes, groups }: Statement,
  lines: readonly StatementLine[],
  { isAllOpen, toggled, field }: Openness,
): StatementRow[] {
  const standing = lineNamed(lines, field);
  const [only] = wholes;
  if (only !== undefined && wholes.length === 1 && groups.length === 0) {
    return lines.map((line) => ({ kind: 'line', block: only, line }));
  }
  // Where amounts are not converted, each currency's groups stand under it.
  const blocks = wholes.flatMap((whole) => [whole, ...groups.filter(({ currency }) => currency === whole.currency)]);
  return blocks.flatMap((block): StatementRow[] => {
    const isOpen = (block.groupId === null || isAllOpen) !== toggled.has(block.key);
    if (!isOpen) return [{ kind: 'head', block, isOpen, line: standing }];
    const own = linesOfBlock(block, lines).map((line): StatementRow => ({ kind: 'line', block, line }));
    return [{ kind: 'head', block, isOpen, line: undefined }, ...own];
  });
}

/** The lines of one block: transfers only where something moved in or out of it. */
function linesOfBlock({ months, compared }: Block, lines: readonly StatementLine[]): readonly StatementLine[] {
  const rows = [...months.values(), ...(compared === undefined ? [] : [compared])];
  return lines.filter((line) => hasNumbers(line, rows));
}

/** Every number of the statement, for the lines that it needs. */
export function numbersOf({ wholes, groups }: Statement): LineNumbers[] {
  return [...wholes, ...groups].flatMap(({ months, compared }) => [
    ...months.values(),
    ...(compared === undefined ? [] : [compared]),
  ]);
}

/** The selection that opens the rows behind a line of a month, or of the months from `since` to that one. */
export function openedFigure(
  selection: Selection,
  figure: {
    readonly block: Block;
    readonly line: StatementLine;
    readonly month: string;
    readonly since?: string;
    readonly by: Grouping | undefined;
  },
): Selection {
  const { block, line, month, since, by } = figure;
  const isSeveral = line.isBalance !== true && since !== undefined && since !== month;
  return withFigure(selection, line.show, line.isOfMonthBefore ? monthBefore(month) : month, {
    ...(isSeveral && { since }),
    ...(block.groupId !== null && by !== undefined && { groupBy: by, group: block.asked }),
    ...(selection.currency === 'native' && { billed: block.currency }),
  });
}
