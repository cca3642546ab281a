// What a ledger without anything from Stripe shows: why there is nothing, and how to begin.
import styles from './empty-ledger.module.css';

export function EmptyLedger() {
  return (
    <section className={styles.empty} aria-labelledby="empty-ledger">
      <h2 id="empty-ledger">There is nothing in this ledger yet</h2>
      <p>Figures appear here as soon as Stripe objects are in. Take in an export, one object a line:</p>
      <pre>countinghouse import --ledger FILE export.jsonl</pre>
      <p>Or look around with a made-up company of 2,400 customers:</p>
      <pre>countinghouse sample --ledger FILE</pre>
      <p>This page shows the first figures by itself.</p>
    </section>
  );
}
