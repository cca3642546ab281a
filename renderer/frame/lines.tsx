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
      <ActingLine />
      <CloudLine key={desk?.ledger?.path ?? ''} />
    </div>
  );
}

/** Members there are, and nobody is chosen to act, or somebody who is none any more: all that is possible is reading. */
function ActingLine() {
  const { desk, go } = useSurroundings();
  const isReadingOnly = desk?.ledger && (desk.standing === 'unchosen' || desk.standing === 'former');
  return (
    <div role="status">
      {isReadingOnly && (
        <p className={styles.line}>
          <span>
            <strong>
              {desk.standing === 'unchosen'
                ? 'Nobody is chosen to act in this ledger.'
                : `${desk.actor?.name ?? 'The member who acted here'} is no member any more.`}
            </strong>{' '}
            Until a member is chosen, it can only be read.
          </span>
          <Button size="compact-xs" variant="default" onClick={() => go('/settings/people')}>
            Choose who acts
          </Button>
        </p>
      )}
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
