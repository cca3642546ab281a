// Cells found by three short keys and a month: how sums are looked up millions of times.

/** Months counted from year 0, so that they can be keys that need no hashing. */
export type MonthNumber = number;

/** The month of a day `YYYY-MM-DD`. */
export function monthNumber(day: string): MonthNumber {
  const digit = (place: number) => day.charCodeAt(place) - 48;
  return (digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)) * 12 + digit(5) * 10 + digit(6) - 1;
}

/** The month as `YYYY-MM`. */
export function monthText(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

type Months<Cell> = Map<MonthNumber, Cell>;

/** Cells by series, group, currency and month. Remembers the last lane, since a customer seldom leaves it. */
export class Lanes<Cell> {
  readonly #lanes = new Map<string, Map<string, Map<string, Months<Cell>>>>();
  readonly #empty: () => Cell;
  #series = '';
  #groupId = '';
  #currency = '';
  #last: Months<Cell> | null = null;

  constructor(empty: () => Cell) {
    this.#empty = empty;
  }

  cell(series: string, groupId: string, currency: string, month: MonthNumber): Cell {
    const lane = this.#lane(series, groupId, currency);
    let cell = lane.get(month);
    if (cell === undefined) {
      cell = this.#empty();
      lane.set(month, cell);
    }
    return cell;
  }

  *entries(): Generator<{ series: string; groupId: string; currency: string; month: string; cell: Cell }> {
    for (const [series, groups] of this.#lanes) {
      for (const [groupId, currencies] of groups) {
        for (const [currency, months] of currencies) {
          for (const [month, cell] of months) yield { series, groupId, currency, month: monthText(month), cell };
        }
      }
    }
  }

  #lane(series: string, groupId: string, currency: string): Months<Cell> {
    if (this.#last !== null && groupId === this.#groupId && currency === this.#currency && series === this.#series) {
      return this.#last;
    }
    const groups = under(this.#lanes, series, () => new Map<string, Map<string, Months<Cell>>>());
    const currencies = under(groups, groupId, () => new Map<string, Months<Cell>>());
    const lane = under(currencies, currency, () => new Map<MonthNumber, Cell>());
    this.#series = series;
    this.#groupId = groupId;
    this.#currency = currency;
    this.#last = lane;
    return lane;
  }
}

function under<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
