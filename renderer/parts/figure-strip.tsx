// Figures side by side between two rules.
import type { ReactNode } from 'react';
import styles from './figure-strip.module.css';

interface FigureStripProps {
  /** What they are, for screen readers: `Figures as of Oct 31, 2026`. */
  readonly label: string;
  /** `Figure`s. */
  readonly children: ReactNode;
}

export function FigureStrip({ label, children }: FigureStripProps) {
  return (
    <section aria-label={label}>
      <dl className={styles.strip}>{children}</dl>
    </section>
  );
}
