// Three ways to begin: the sample company, a ledger of one's own, a ledger that is there already.
import { Button } from '@mantine/core';
import { useSurroundings } from '../frame/surroundings-context.ts';
import { Recents } from './recents.tsx';
import { SampleWay } from './sample-way.tsx';
import styles from './welcome.module.css';

export function Ways({ onOpened }: { readonly onOpened: () => void }) {
  const { guide } = useSurroundings();
  return (
    <>
      <p className={styles.lead}>
        Countinghouse keeps your subscription finances in one file on this machine, the ledger. Every figure opens onto
        the rows that make it.
      </p>
      <div className={styles.ways}>
        <SampleWay onOpened={onOpened} />
        <section className={styles.way} aria-labelledby="way-own">
          <h2 id="way-own">Begin with your Stripe data</h2>
          <p>Make a ledger of your own, encrypted on this machine, and bring in what you export from Stripe.</p>
          <Button onClick={() => guide({ step: 'new' })}>New ledger</Button>
        </section>
        <section className={styles.way} aria-labelledby="way-open">
          <h2 id="way-open">Open a ledger</h2>
          <p>One that you or a colleague made before. You can also drop its file anywhere in this window.</p>
          <Button variant="default" onClick={() => guide({ step: 'open' })}>
            Open a ledger
          </Button>
        </section>
      </div>
      <Recents onOpened={onOpened} />
    </>
  );
}
