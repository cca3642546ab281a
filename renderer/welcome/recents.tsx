// The ledgers opened lately; one that is gone says so, and any can be taken off the list.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { client, core } from '../core/client.ts';
import { refreshDesk } from '../core/desk-status.ts';
import type { RecentLedger } from '../core/outputs.ts';
import { useCommand } from '../core/use-command.ts';
import { useSurroundings } from '../frame/surroundings-context.ts';
import { openLedger } from '../shell/ledger-actions.ts';
import styles from './welcome.module.css';

export function Recents({ onOpened }: { readonly onOpened: () => void }) {
  const surroundings = useSurroundings();
  const [opening, setOpening] = useState<string>();
  const forget = useCommand(core.desk.forgetRecent.mutationOptions(), {
    done: 'Taken off the list; the file stays',
    undo:
      (_status, { path }) =>
      async () =>
        refreshDesk(await client.desk.rememberRecent.mutate({ path })),
  });
  const { desk } = surroundings;
  const recents = desk?.recents.filter(({ path }) => path !== desk.ledger?.path) ?? [];
  if (recents.length === 0) return null;
  const open = async ({ path, name }: RecentLedger) => {
    setOpening(path);
    if (await openLedger({ recent: path, name }, surroundings)) onOpened();
    setOpening(undefined);
  };
  return (
    <section className={styles.recents} aria-labelledby="recents">
      <h2 id="recents">Opened lately</h2>
      <ul>
        {recents.map((recent) => (
          <li key={recent.path}>
            <span className={styles.recentName}>{recent.name}</span>
            <span className={styles.folder} title={recent.path}>
              {recent.isMissing ? 'Not there any more: ' : ''}
              {recent.folder}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              disabled={recent.isMissing}
              loading={opening === recent.path}
              onClick={() => void open(recent)}
              aria-label={`Open ${recent.name}`}
            >
              Open
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => void forget.run({ path: recent.path }).then(refreshDesk)}
              aria-label={`Take ${recent.name} off the list`}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
