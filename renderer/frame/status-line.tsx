// The line at the foot: how fresh the figures are, which facts they follow from, and that no network is needed.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import type { WorkspaceStatus } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { dayText, instantText } from '../format/calendar.ts';
import { counted } from '../format/words.ts';
import styles from './status-line.module.css';
import { useSurroundings } from './surroundings-context.ts';

export function StatusLine() {
  const { desk } = useSurroundings();
  const hasLedger = desk?.ledger !== null;
  const { data: status } = useQuery({ ...core.workspace.status.queryOptions(), enabled: hasLedger });
  return (
    <footer className={styles.line}>
      {hasLedger && status !== undefined && <Freshness status={status} />}
      <span className={styles.place}>
        {desk?.ledger && (
          <span title={desk.ledger.path}>{desk.ledger.isEncrypted ? 'Encrypted' : 'Not encrypted'}</span>
        )}
        <span title="All of it is on this machine: nothing here waits for a network.">Works offline</span>
      </span>
    </footer>
  );
}

function Freshness({ status }: { readonly status: WorkspaceStatus }) {
  const { dataThrough, lastRecordedAt, timeZone, isSettling, facts, headHash } = status;
  return (
    <>
      <ul className={styles.facts} aria-label="How fresh this is">
        <li>{dataThrough === null ? 'Nothing from Stripe yet' : `Stripe through ${dayText(dataThrough)}`}</li>
        {lastRecordedAt !== null && <li>Last recorded {instantText(lastRecordedAt, timeZone)}</li>}
        <li className={styles.more}>Months in {timeZone}</li>
        <li className={styles.more} title={headHash}>
          {counted(countText(facts), 'fact')}, head <code>{headHash.slice(0, 12)}</code>
        </li>
      </ul>
      <span role="status" className={styles.settling}>
        {isSettling && 'An import is being settled; figures follow when it is done'}
      </span>
    </>
  );
}
