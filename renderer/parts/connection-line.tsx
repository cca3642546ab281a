// Says when the core is away or the session is over: what is shown then stays, and is as old as the line says.
import { useQueryClient } from '@tanstack/react-query';
import { use } from 'react';
import { ConnectionContext } from '../core/change-feed.ts';
import { LOCALE } from '../format/amounts.ts';
import styles from './connection-line.module.css';

const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });

interface ConnectionLineProps {
  /** How the place that it stands in lays it out. */
  readonly className?: string | undefined;
}

export function ConnectionLine({ className = '' }: ConnectionLineProps) {
  const connection = use(ConnectionContext);
  const answeredAt = useLatestAnswer();
  const readAt = answeredAt === 0 ? '' : `What is shown was read at ${clock.format(answeredAt)}. `;
  return (
    <div role="status">
      {connection === 'lost' && (
        <div className={`${styles.line} ${className}`}>
          <strong>The ledger does not answer.</strong> {readAt}
          Check that Countinghouse is still running on this machine; it is asked again on its own.
        </div>
      )}
      {connection === 'ended' && (
        <div className={`${styles.line} ${className}`}>
          <strong>This session has ended.</strong> {readAt}
          Countinghouse was started again: open the new link that it printed.
        </div>
      )}
    </div>
  );
}

function useLatestAnswer(): number {
  const answers = useQueryClient().getQueryCache().getAll();
  return answers.reduce((latest, { state }) => Math.max(latest, state.dataUpdatedAt), 0);
}
