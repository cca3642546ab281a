// Settings: which program and which ledger this is, and a report to hand on when something is wrong.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { useDeskStatus } from '../core/desk-status.ts';
import { countText } from '../format/amounts.ts';
import { Pairs } from '../parts/pairs.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Section } from '../parts/section.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import { copyProblemReport } from '../shell/ledger-actions.ts';
import styles from './settings.module.css';

const DOORS = { desktop: 'Desktop window', browser: 'Browser' } as const;

export function AboutSection() {
  const desk = useDeskStatus();
  const { data: status, error, refetch, isFetching } = useQuery(core.workspace.status.queryOptions());
  if (error !== null && status === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  return (
    <Section title="About">
      {desk === undefined || status === undefined ? (
        <RowsWaiting rows={8} />
      ) : (
        <div className={styles.pairs}>
          <Pairs
            pairs={[
              ['Version', `Countinghouse ${desk.version}`],
              ['Shown in', DOORS[desk.door]],
              ['Ledger', desk.ledger?.path ?? status.ledgerName],
              ['Encrypted', desk.ledger?.isEncrypted === true ? 'Yes' : 'No'],
              ['Facts', countText(status.facts)],
              ['Objects', countText(status.objects)],
              ['Head hash', <code key="hash">{status.headHash}</code>],
              ['Policy', status.policy],
            ]}
          />
        </div>
      )}
      <div className={styles.acts}>
        <Button size="compact-md" variant="default" onClick={() => void copyProblemReport()}>
          Copy a problem report
        </Button>
        <span className={styles.aside}>No secret and no customer is in it.</span>
      </div>
    </Section>
  );
}
