// Says when the core is away: what is shown then stays, and is as old as the line says.
import { useQueryClient } from '@tanstack/react-query';
import type { Connection } from '../core/change-feed.ts';
import { LOCALE } from '../format/amounts.ts';
import styles from './frame.module.css';

const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });

export function ConnectionLine({ connection }: { readonly connection: Connection }) {
  const answeredAt = useLatestAnswer();
  return (
    <div role="status">
      {connection === 'lost' && (
        <div className={styles.line}>
          <strong>The ledger does not answer.</strong>{' '}
          {answeredAt === 0
            ? 'Check that Countinghouse is still running on this machine. '
            : `What is shown was read at ${clock.format(answeredAt)}. `}
          It is asked again on its own.
        </div>
      )}
    </div>
  );
}

function useLatestAnswer(): number {
  const answers = useQueryClient().getQueryCache().getAll();
  return answers.reduce((latest, { state }) => Math.max(latest, state.dataUpdatedAt), 0);
}
