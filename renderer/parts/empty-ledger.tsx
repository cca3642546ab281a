// What a ledger without any movement shows: why there are no figures, and how to begin.
import { useSurroundings } from '../frame/surroundings-context.ts';
import styles from './empty-ledger.module.css';

interface EmptyLedgerProps {
  /** Whether other Stripe objects, such as products, are in. */
  readonly hasObjects: boolean;
}

export function EmptyLedger({ hasObjects }: EmptyLedgerProps) {
  const { open, guide } = useSurroundings();
  return (
    <section className={styles.empty} aria-labelledby="empty-ledger">
      <h2 id="empty-ledger">There are no figures yet</h2>
      <p>
        {hasObjects
          ? 'This ledger has no subscriptions or invoices yet that bring recurring revenue.'
          : 'This ledger has no subscriptions or invoices yet; nothing from Stripe is in it.'}
      </p>
      <p>Import files of Stripe objects or events, one object a line. Figures appear here by themselves.</p>
      <p className={styles.ways}>
        <button type="button" className={styles.import} onClick={() => open('import')}>
          Import Stripe exports
        </button>
        {!hasObjects && (
          <button type="button" className={styles.other} onClick={() => guide({ step: 'ways' })}>
            Other ways to begin
          </button>
        )}
      </p>
    </section>
  );
}
