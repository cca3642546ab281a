// Stands where something will be, in its size, so that nothing moves when it comes.
import styles from './waiting.module.css';

interface WaitingProps {
  readonly width?: number;
  readonly height: number | '100%';
  readonly margin?: number;
}

export function Waiting({ width, height, margin = 0 }: WaitingProps) {
  return <span className={styles.waiting} style={{ width, height, marginBlock: margin }} />;
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
