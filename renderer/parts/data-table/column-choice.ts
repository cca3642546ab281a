// Which columns of a table a person has chosen, kept on this machine under the table's name.
import type { DataColumn } from './columns.ts';

/** Shown or not, by the column's key; a column that is not named is as it was at first. */
export type ColumnChoice = Readonly<Record<string, boolean>>;

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (name: string): string => `countinghouse-columns-${name}`;

/** The choice as it was kept; nothing where none was, or where it cannot be read. */
export function keptChoice(name: string, storage: Kept): ColumnChoice {
  try {
    const stored: unknown = JSON.parse(storage.getItem(keyOf(name)) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    );
  } catch {
    return {};
  }
}

/** Keeps the choice; an empty one is forgotten. A browser that keeps nothing changes nothing. */
export function keepChoice(name: string, choice: ColumnChoice, storage: Kept): void {
  try {
    if (Object.keys(choice).length === 0) storage.removeItem(keyOf(name));
    else storage.setItem(keyOf(name), JSON.stringify(choice));
  } catch {
    // Without room for it the choice holds until the page is left.
  }
}

/** Shown or not for every column: the choice, else as at first. What names the row is always shown. */
export function shownColumns<Row>(columns: readonly DataColumn<Row>[], choice: ColumnChoice): Record<string, boolean> {
  return Object.fromEntries(
    columns.map((column) => [
      column.key,
      canBeHidden(column) ? (choice[column.key] ?? column.isHiddenAtFirst !== true) : true,
    ]),
  );
}

export function canBeHidden<Row>({ isRowHeader, canBeHidden: can = true }: DataColumn<Row>): boolean {
  return can && isRowHeader !== true;
}
