// The import of Stripe's objects: how to get them with Stripe's command line, and where to hand them in.
import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Input.css';
import { useState } from 'react';
import { tell, tellRefusal } from '../core/toasts.ts';
import { copyText } from '../shell/clipboard.ts';
import { importFiles } from '../shell/ledger-actions.ts';
import { shell } from '../shell/shell.ts';
import { EXPORT_COMMANDS } from './stripe-commands.ts';
import styles from './welcome.module.css';

interface ImportStepProps {
  /** The import runs; it shows among the jobs. */
  readonly onBegun: () => void;
}

export function ImportStep({ onBegun }: ImportStepProps) {
  const [isStrict, setIsStrict] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const take = async (files: Promise<Awaited<ReturnType<typeof shell.chooseFiles>>>) => {
    setIsSending(true);
    try {
      if ((await importFiles(await files, isStrict)) !== null) onBegun();
    } catch (error) {
      tellRefusal(error);
    } finally {
      setIsSending(false);
    }
  };
  const copy = async () => {
    if (await copyText(EXPORT_COMMANDS)) tell({ what: 'The commands are copied' });
  };
  return (
    <div className={styles.import}>
      <h2>1. Export from Stripe</h2>
      <p>
        With the Stripe CLI (<code>stripe login</code> first), these commands write one file for each kind of object.
        Any other JSON or JSON Lines of Stripe objects or events does as well.
      </p>
      <div className={styles.commands}>
        <section tabIndex={0} aria-label="Commands for the Stripe CLI">
          <pre>{EXPORT_COMMANDS}</pre>
        </section>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          Copy
        </Button>
      </div>
      <h2>2. Bring the files in</h2>
      {/* A place that takes dropped files for itself, so that the window does not take them a second time. */}
      <section
        className={styles.drop}
        aria-label="Files to import"
        onDrop={(event) => {
          event.preventDefault();
          void take(shell.handIn([...event.dataTransfer.files]));
        }}
      >
        <Button loading={isSending} onClick={() => void take(shell.chooseFiles('objects'))}>
          Choose files
        </Button>
        <span>or drop them here. Importing a file twice adds nothing.</span>
      </section>
      <Checkbox
        label="All or nothing: take nothing in unless every line can be read"
        checked={isStrict}
        onChange={({ currentTarget }) => setIsStrict(currentTarget.checked)}
      />
    </div>
  );
}
