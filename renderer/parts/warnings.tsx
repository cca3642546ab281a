// What a report could not show, and why, in the core's own sentences.
import styles from './warnings.module.css';

export function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings} aria-label="Left out">
      {warnings.map((warning) => (
        <li key={warning}>
          <strong>Left out:</strong> {warning}
        </li>
      ))}
    </ul>
  );
}
