// What every screen stands in: the areas, the ledger and its head, the look, and the line on the connection.
import { Outlet } from '@tanstack/react-router';
import { ConnectionContext, useChangeFeed } from '../core/change-feed.ts';
import { ConnectionLine } from '../parts/connection-line.tsx';
import { Appearance } from './appearance.tsx';
import { Areas } from './areas.tsx';
import styles from './frame.module.css';
import { LedgerHead } from './ledger-head.tsx';

export function Frame() {
  const connection = useChangeFeed();
  return (
    <ConnectionContext value={connection}>
      <div className={styles.frame}>
        <a className={styles.skip} href="#screen">
          Skip to the screen
        </a>
        <header className={styles.rail}>
          <p className={styles.wordmark}>Countinghouse</p>
          <Areas />
          <div className={styles.foot}>
            <LedgerHead />
            <Appearance />
          </div>
        </header>
        <div className={styles.screen}>
          <ConnectionLine className={styles.line} />
          <main id="screen" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
    </ConnectionContext>
  );
}
