// The end of the way down: the Stripe object as it is stored, with the fact that brought it and that fact's hash.
import { Button, CopyButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { countText } from '../format/amounts.ts';
import { instantText } from '../format/calendar.ts';
import { Pairs } from '../parts/pairs.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import styles from './drill-panel.module.css';

export function StripeObjectPane({ id }: { readonly id: string }) {
  const { data: stored, error, isError, isFetching, refetch } = useQuery(core.stripe.object.queryOptions({ id }));
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (isError && stored === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  if (stored === undefined || status === undefined) return <RowsWaiting rows={16} />;
  const json = JSON.stringify(stored.object, null, 2);
  return (
    <>
      <h2>{stored.id}</h2>
      <Pairs
        pairs={[
          ['Stripe object', stored.type],
          ['Fact', countText(stored.factSeq)],
          [
            'Fact hash',
            <code className={styles.code} key="hash">
              {stored.factHash}
            </code>,
          ],
          ['Recorded', instantText(stored.recordedAt, status.timeZone)],
        ]}
      />
      <div className={styles.objectHead}>
        <h3 id="stored-object">As stored</h3>
        <CopyButton value={json}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
      </div>
      <section className={styles.object} tabIndex={0} aria-labelledby="stored-object">
        <pre>{json}</pre>
      </section>
    </>
  );
}
