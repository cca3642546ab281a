// Who changed a section last, and when.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import type { RouterOutputs } from '../core/outputs.ts';
import { instantText } from '../format/calendar.ts';
import styles from './settings.module.css';

interface LastChangeProps {
  readonly change: RouterOutputs['settings']['branding']['lastChange'] | undefined;
}

export function LastChange({ change }: LastChangeProps) {
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (change === undefined || status === undefined) return <p className={styles.quiet}>&nbsp;</p>;
  return (
    <p className={styles.quiet}>
      {change === null ? 'Not set yet' : `Last changed by ${change.by}, ${instantText(change.at, status.timeZone)}`}
    </p>
  );
}
