// Lines over the foot that need to be read: the core is away or in trouble, the ledger lies in a synced folder.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { remember, remembered } from '../core/remembered.ts';
import { ConnectionLine } from '../parts/connection-line.tsx';
import styles from './lines.module.css';
import { useSurroundings } from './surroundings-context.ts';

export function Lines() {
  const { desk } = useSurroundings();
  return (
    <div className={styles.lines}>
      <ConnectionLine className={styles.line} />
      <div role="status">
        {desk?.trouble && (
          <p className={styles.line}>
            <strong>{desk.trouble.what}.</strong> {desk.trouble.fix}
          </p>
        )}
      </div>
      <CloudLine key={desk?.ledger?.path ?? ''} />
    </div>
  );
}

const seenName = (path: string) => `cloud-seen ${path}`;

function CloudLine() {
  const { desk } = useSurroundings();
  const { path = '', cloudService = null } = desk?.ledger ?? {};
  const [isSeen, setIsSeen] = useState(() => remembered(seenName(path)) !== null);
  if (cloudService === null || isSeen) return null;
  const dismiss = () => {
    remember(seenName(path), 'yes');
    setIsSeen(true);
  };
  return (
    <p className={styles.line} role="status">
      <span>
        <strong>This ledger lies in a folder that {cloudService} syncs.</strong> A copy made in the middle of a change
        can damage it. Close it and move it to a folder that is not synced; back it up there instead.
      </span>
      <Button size="compact-xs" variant="default" onClick={dismiss}>
        Understood
      </Button>
    </p>
  );
}
