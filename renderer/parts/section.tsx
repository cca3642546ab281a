// A part of a screen under its heading, with its choices at the end of the line.
import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  /** A quiet sentence under the heading. */
  readonly about?: ReactNode;
  /** At the end of the heading's line. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, about, choices, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <div className={styles.choices}>{choices}</div>
      </div>
      {about !== undefined && <p className={styles.about}>{about}</p>}
      {children}
    </section>
  );
}
