// The head of every screen: its name, how its figures are computed, its choices. How fresh they are stands in the frame.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { core } from '../core/client.ts';
import styles from './screen-head.module.css';

interface ScreenHeadProps {
  readonly title: string;
  /** False for a screen without figures. */
  readonly hasFigures?: boolean;
  readonly children?: ReactNode;
}

export function ScreenHead({ title, hasFigures = true, children }: ScreenHeadProps) {
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  return (
    <div className={styles.head}>
      <h1>{title}</h1>
      {hasFigures && status !== undefined && <p className={styles.basis}>Policy {status.policy}, reported series</p>}
      <div className={styles.choices}>{children}</div>
    </div>
  );
}
