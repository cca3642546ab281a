// Which ledger this is and where its fact log stands: what a figure on the screen can be traced to.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { countText } from '../format/amounts.ts';
import { Waiting } from '../parts/waiting.tsx';
import styles from './frame.module.css';

export function LedgerHead() {
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  return (
    <dl className={styles.ledger}>
      <dt>Ledger</dt>
      <dd title={status?.ledgerName}>{status?.ledgerName ?? <Waiting height={12} width={96} margin={3} />}</dd>
      <dt>Months in</dt>
      <dd>{status?.timeZone ?? <Waiting height={12} width={96} margin={3} />}</dd>
      <dt>Facts</dt>
      <dd>{status === undefined ? <Waiting height={12} width={96} margin={3} /> : countText(status.facts)}</dd>
      <dt>Head hash</dt>
      <dd title={status?.headHash}>
        {status === undefined ? (
          <Waiting height={12} width={96} margin={3} />
        ) : (
          <code>{status.headHash.slice(0, 12)}</code>
        )}
      </dd>
    </dl>
  );
}
