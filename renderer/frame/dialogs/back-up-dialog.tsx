// Back up in a browser, where no native dialog can ask for the file: its path is typed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { backUp } from '../../shell/ledger-actions.ts';
import { useSurroundings } from '../surroundings-context.ts';
import { Dialog } from './dialog.tsx';
import styles from './dialog.module.css';
import type { DialogProps } from './dialogs.tsx';

export default function BackUpDialog({ onClose }: DialogProps) {
  const { desk } = useSurroundings();
  const [path, setPath] = useState(() => desk?.ledger?.path.replace(/(?:\.ledger)?$/, '-backup.ledger') ?? '');
  const send = async () => {
    if ((await backUp(path.trim())) !== null) onClose();
  };
  return (
    <Dialog title="Back up the ledger" width={520} onClose={onClose}>
      <form className={styles.form} action={send}>
        <label className={styles.field}>
          <span>File for the copy, on the machine that runs Countinghouse</span>
          <input
            type="text"
            value={path}
            required
            spellCheck={false}
            data-autofocus
            onChange={({ currentTarget }) => setPath(currentTarget.value)}
          />
        </label>
        <p>The copy is encrypted with the same key as the ledger. An existing file is not written over.</p>
        <div className={styles.acts}>
          <Button type="submit">Back up</Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
