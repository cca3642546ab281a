// Where the arrow keys lead in a grid of cells. Row -1 is the head.

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that PageUp and PageDown go by. */
  readonly pageRows: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The cell that a key leads to; undefined for a key that leads nowhere. */
export function cellAfter({ key, ctrlKey, metaKey }: Key, { row, column }: Cell, size: GridSize): Cell | undefined {
  const isFar = ctrlKey || metaKey;
  const lastColumn = size.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return within({ row: isFar ? 0 : row - 1, column }, size);
    case 'ArrowDown':
      return within({ row: isFar ? size.rows - 1 : row + 1, column }, size);
    case 'ArrowLeft':
      return within({ row, column: isFar ? 0 : column - 1 }, size);
    case 'ArrowRight':
      return within({ row, column: isFar ? lastColumn : column + 1 }, size);
    case 'Home':
      return within({ row: isFar ? 0 : row, column: 0 }, size);
    case 'End':
      return within({ row: isFar ? size.rows - 1 : row, column: lastColumn }, size);
    case 'PageUp':
      return within({ row: Math.max(0, row - size.pageRows), column }, size);
    case 'PageDown':
      return within({ row: row + size.pageRows, column }, size);
    default:
      return undefined;
  }
}

/** The nearest cell that there is. */
export function within({ row, column }: Cell, { rows, columns }: Omit<GridSize, 'pageRows'>): Cell {
  return {
    row: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}
