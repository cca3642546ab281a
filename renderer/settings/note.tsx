// A few sentences that stand out from a form: what a change will do, or what is missing.
import type { ReactNode } from 'react';
import styles from './settings.module.css';

interface NoteProps {
  readonly isWarning?: boolean;
  readonly children: ReactNode;
}

export function Note({ isWarning = false, children }: NoteProps) {
  return <div className={isWarning ? `${styles.note} ${styles.warning}` : styles.note}>{children}</div>;
}
