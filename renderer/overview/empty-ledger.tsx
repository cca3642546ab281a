// What a ledger without any movement shows: why there are no figures, and how to begin.
import styles from './empty-ledger.module.css';

interface EmptyLedgerProps {
  /** Whether other Stripe objects, such as products, are in. */
  readonly hasObjects: boolean;
}

export function EmptyLedger({ hasObjects }: EmptyLedgerProps) {
  return (
    <section className={styles.empty} aria-labelledby="empty-ledger">
      <h2 id="empty-ledger">There are no figures yet</h2>
      <p>
        {hasObjects
          ? 'This ledger has no subscriptions or invoices yet that bring recurring revenue. Import some:'
          : 'This ledger has no subscriptions or invoices yet; nothing from Stripe is in it. Import some:'}
      </p>
      <pre>countinghouse import --ledger LEDGER FILES</pre>
      <p>FILES are exports of Stripe objects or events, one object a line. Figures appear here by themselves.</p>
      {!hasObjects && (
        <>
          <p>Or look around with the made-up company of 2,400 customers:</p>
          <pre>countinghouse sample --ledger NEW_LEDGER</pre>
        </>
      )}
    </section>
  );
}
