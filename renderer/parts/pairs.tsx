// Names and values under one another.
import { Fragment, type ReactNode } from 'react';
import styles from './pairs.module.css';

interface PairsProps {
  readonly pairs: readonly (readonly [name: string, value: ReactNode])[];
}

export function Pairs({ pairs }: PairsProps) {
  return (
    <dl className={styles.pairs}>
      {pairs.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
