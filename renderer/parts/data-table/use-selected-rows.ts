// Rows picked with the space bar, to be copied together.
import { useState } from 'react';

export interface SelectedRows<Row> {
  readonly rows: readonly Row[];
  readonly has: (key: string) => boolean;
  readonly toggle: (key: string, row: Row) => void;
  readonly clear: () => void;
}

/** The picked rows by their keys; none of another question. */
export function useSelectedRows<Row>(question: string): SelectedRows<Row> {
  const [picked, setPicked] = useState<{ readonly question: string; readonly rows: ReadonlyMap<string, Row> }>({
    question,
    rows: new Map(),
  });
  const rows = picked.question === question ? picked.rows : new Map<string, Row>();
  return {
    rows: [...rows.values()],
    has: (key) => rows.has(key),
    toggle: (key, row) => {
      const next = new Map(rows);
      if (!next.delete(key)) next.set(key, row);
      setPicked({ question, rows: next });
    },
    clear: () => setPicked({ question, rows: new Map() }),
  };
}
