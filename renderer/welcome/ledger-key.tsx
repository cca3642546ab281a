// Asks for the recovery key of a ledger that is encrypted and whose key is found nowhere.
import { Button, Checkbox, PasswordInput } from '@mantine/core';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/PasswordInput.css';
import { useState } from 'react';
import { core } from '../core/client.ts';
import { refreshDesk } from '../core/desk-status.ts';
import { useCommand } from '../core/use-command.ts';
import type { LedgerChoice } from '../shell/surroundings.ts';
import styles from './welcome.module.css';

interface LedgerKeyProps {
  readonly ledger: LedgerChoice;
  readonly onOpened: () => void;
}

export function LedgerKey({ ledger, onOpened }: LedgerKeyProps) {
  const [recoveryKey, setRecoveryKey] = useState('');
  const [isKeyKept, setIsKeyKept] = useState(true);
  const open = useCommand(core.desk.open.mutationOptions(), {
    done: `${ledger.name} is open`,
    isRefusalShown: true,
  });
  const send = async () => {
    const which = 'ticket' in ledger ? { ticket: ledger.ticket } : { recent: ledger.recent };
    const status = await open.run({ ledger: which, recoveryKey: recoveryKey.trim(), isKeyKept });
    if (status === undefined) return;
    await refreshDesk(status);
    onOpened();
  };
  return (
    <form className={styles.key} action={send}>
      <p>
        {ledger.name} is encrypted, and its key is not on this machine. Type the recovery key that was shown when the
        ledger was made.
      </p>
      <PasswordInput
        label="Recovery key"
        value={recoveryKey}
        onChange={({ currentTarget }) => setRecoveryKey(currentTarget.value)}
        error={open.refusal === null ? undefined : `${open.refusal.what}. ${open.refusal.fix ?? ''}`}
        autoComplete="off"
        required
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed' }}
      />
      <Checkbox
        label="Keep the key in the keychain of this system, so that it is not asked for again"
        checked={isKeyKept}
        onChange={({ currentTarget }) => setIsKeyKept(currentTarget.checked)}
      />
      <div>
        <Button type="submit" loading={open.isRunning} disabled={recoveryKey.trim() === ''}>
          Open
        </Button>
      </div>
    </form>
  );
}
