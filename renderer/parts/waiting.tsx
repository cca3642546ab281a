// Stands where something will be, in its size, so that nothing moves when it comes.
import styles from './waiting.module.css';

interface WaitingProps {
  readonly width?: number;
  readonly height: number | '100%';
  readonly margin?: number;
  /** Stands at the end of its line, as numbers do. */
  readonly isAtEnd?: boolean;
}

export function Waiting({ width, height, margin = 0, isAtEnd = false }: WaitingProps) {
  return (
    <span
      className={styles.waiting}
      style={{ width, height, marginBlock: margin, ...(isAtEnd && { marginInlineStart: 'auto' }) }}
    />
  );
}

/** Stands where rows will be. */
export function RowsWaiting({ rows = 12 }: { readonly rows?: number }) {
  return (
    <div aria-busy="true">
      {[...Array(rows).keys()].map((row) => (
        <Waiting key={row} height={14} margin={6} />
      ))}
    </div>
  );
}
