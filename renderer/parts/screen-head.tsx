// The head of every screen: its name, how fresh its figures are and how they are computed, its choices.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { core } from '../core/client.ts';
import type { WorkspaceStatus } from '../core/outputs.ts';
import { dayText, instantText } from '../format/calendar.ts';
import styles from './screen-head.module.css';
import { Waiting } from './waiting.tsx';

interface ScreenHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
}

export function ScreenHead({ title, children }: ScreenHeadProps) {
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  return (
    <div className={styles.head}>
      <h1>{title}</h1>
      <div className={styles.choices}>{children}</div>
      <div className={styles.freshness}>
        {status === undefined ? <Waiting height={12} width={420} margin={4} /> : <Freshness status={status} />}
      </div>
    </div>
  );
}

function Freshness({ status }: { readonly status: WorkspaceStatus }) {
  const { dataThrough, lastRecordedAt, timeZone, policy, isSettling } = status;
  return (
    <ul className={styles.facts} aria-label="Freshness">
      <li>{dataThrough === null ? 'Nothing from Stripe yet' : `Stripe through ${dayText(dataThrough)}`}</li>
      {lastRecordedAt !== null && <li>Last recorded {instantText(lastRecordedAt, timeZone)}</li>}
      <li>Policy {policy}, reported series</li>
      {isSettling && <li className={styles.settling}>An import is being settled; figures follow when it is done</li>}
    </ul>
  );
}
