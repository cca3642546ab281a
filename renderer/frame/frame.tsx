// What every screen stands in: the areas, the view's choices, what is running, how fresh all of it is.
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { ConnectionContext, useChangeFeed } from '../core/change-feed.ts';
import { Bar } from './bar/bar.tsx';
import { Dialogs } from './dialogs/dialogs.tsx';
import { DropTarget } from './drop-target.tsx';
import styles from './frame.module.css';
import { JobsProvider } from './jobs/jobs-context.tsx';
import { Lines } from './lines.tsx';
import { Rail } from './rail.tsx';
import { StatusLine } from './status-line.tsx';
import { SurroundingsContext } from './surroundings-context.ts';
import { ToastHost } from './toast-host.tsx';
import { useFrame } from './use-frame.ts';
import { useKeyCommands } from './use-key-commands.ts';

const Guide = lazy(() => import('../welcome/guide.tsx'));

export function Frame() {
  const { surroundings, dialog, closeDialog, guide, leaveGuide } = useFrame();
  const { desk } = surroundings;
  const connection = useChangeFeed(desk === undefined ? undefined : (desk.ledger?.path ?? null));
  useKeyCommands(surroundings);
  const hasNoLedger = desk !== undefined && desk.ledger === null;
  const step = guide ?? (hasNoLedger ? { step: 'ways' as const } : null);
  return (
    <ConnectionContext value={connection}>
      <SurroundingsContext value={surroundings}>
        <JobsProvider>
          <div className={styles.frame}>
            <a className={styles.skip} href="#screen">
              Skip to the screen
            </a>
            <Rail isAtArea={step === null} />
            <div className={styles.screen}>
              <Bar isViewShown={step === null} />
              <main id="screen" tabIndex={-1}>
                {step === null ? (
                  <Outlet />
                ) : (
                  <Suspense>
                    <Guide at={step} onLeave={leaveGuide} />
                  </Suspense>
                )}
              </main>
            </div>
            <Lines />
            <StatusLine />
          </div>
        </JobsProvider>
        <Dialogs open={dialog} onClose={closeDialog} />
        <DropTarget />
        <ToastHost />
      </SurroundingsContext>
    </ConnectionContext>
  );
}
