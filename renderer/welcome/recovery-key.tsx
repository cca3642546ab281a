// The recovery key of a new ledger, shown once: it is to be kept before anything else.
import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Input.css';
import { useState } from 'react';
import { tell } from '../core/toasts.ts';
import { copyText } from '../shell/clipboard.ts';
import styles from './welcome.module.css';

interface RecoveryKeyProps {
  readonly name: string;
  readonly recoveryKey: string;
  readonly isInKeychain: boolean;
  readonly onKept: () => void;
}

export function RecoveryKey({ name, recoveryKey, isInKeychain, onKept }: RecoveryKeyProps) {
  const [isKept, setIsKept] = useState(false);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    if (await copyText(recoveryKey)) setIsCopied(true);
    else tell({ what: 'The clipboard is closed to this page', fix: 'Select the key and copy it.', isTrouble: true });
  };
  return (
    <div className={styles.key}>
      <p>
        {name} is encrypted. This key opens it, on this machine and on any other. It is shown this once and kept
        {isInKeychain ? ' in the keychain of this system' : ' nowhere by Countinghouse'}: without it, what is in the
        ledger cannot be read by anybody, us included.
      </p>
      <p className={styles.keyText}>
        <code>{recoveryKey}</code>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </p>
      <p>Keep it where you keep passwords, or print it and lock it away. Do not keep it beside the ledger.</p>
      <Checkbox
        label="I have kept the recovery key"
        checked={isKept}
        onChange={({ currentTarget }) => setIsKept(currentTarget.checked)}
      />
      <div>
        <Button disabled={!isKept} onClick={onKept}>
          Continue
        </Button>
      </div>
    </div>
  );
}
