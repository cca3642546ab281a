// Settings: where the key of the open ledger comes from, and whether this system's keychain keeps it.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client, core, queryClient } from '../core/client.ts';
import type { KeyStatus } from '../core/outputs.ts';
import { tell, tellRefusal } from '../core/toasts.ts';
import { Dialog } from '../frame/dialogs/dialog.tsx';
import { Pairs } from '../parts/pairs.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { Section } from '../parts/section.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import styles from './settings.module.css';

const SOURCE_WORDS: Readonly<Record<NonNullable<KeyStatus['source']>, string>> = {
  keychain: "This system's keychain",
  key_file: 'A key file that was named when the program was started',
  environment: 'The environment variable COUNTINGHOUSE_KEY',
  typed: 'Typed when the ledger was opened',
};

export function KeysSection() {
  const { data, error, refetch, isFetching } = useQuery({ ...core.desk.key.queryOptions(), staleTime: 0 });
  const [isForgetting, setIsForgetting] = useState(false);
  if (error !== null && data === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  return (
    <Section
      title="Keys"
      about="What opens this ledger. The key is never in the ledger itself, in a log or in a report."
    >
      {data === undefined ? (
        <RowsWaiting rows={3} />
      ) : (
        <Standing status={data} onForget={() => setIsForgetting(true)} />
      )}
      {isForgetting && (
        <Dialog title="Remove the key from the keychain" width={460} onClose={() => setIsForgetting(false)}>
          <p className={styles.inDialog}>
            The next time this ledger is opened on this machine, its recovery key is asked for. Without that key, nobody
            can open the ledger again: be sure that you have it.
          </p>
          <div className={styles.acts}>
            <Button size="compact-md" onClick={() => void forget().then(() => setIsForgetting(false))}>
              Remove the key
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setIsForgetting(false)}>
              Keep it
            </Button>
          </div>
        </Dialog>
      )}
    </Section>
  );
}

function Standing({ status, onForget }: { readonly status: KeyStatus; readonly onForget: () => void }) {
  const { isEncrypted, source, isInKeychain } = status;
  if (!isEncrypted) {
    return (
      <p className={styles.quiet}>
        This ledger is not encrypted, so that it needs no key: whoever has the file can read it.
      </p>
    );
  }
  const kept =
    isInKeychain === null
      ? 'This system has none that answers'
      : isInKeychain
        ? 'Keeps the key'
        : 'Does not keep the key';
  return (
    <>
      <div className={styles.pairs}>
        <Pairs
          pairs={[
            ['Encryption', 'The whole file, with a random key of 256 bits'],
            ['Key came from', source === null ? 'Not known' : SOURCE_WORDS[source]],
            ['Keychain', kept],
          ]}
        />
      </div>
      <div className={styles.acts}>
        {isInKeychain === false && (
          <Button size="compact-md" onClick={() => void keep()}>
            Keep it in the keychain
          </Button>
        )}
        {isInKeychain === true && (
          <Button size="compact-md" variant="default" onClick={onForget}>
            Remove it from the keychain
          </Button>
        )}
      </div>
      <p className={styles.quiet}>
        The recovery key was shown once, when the ledger was made, and cannot be shown again. It opens the ledger on any
        machine, and every backup of it.
      </p>
    </>
  );
}

async function keep(): Promise<void> {
  await told('The keychain keeps the key', () => client.desk.keepKey.mutate());
}

async function forget(): Promise<void> {
  await told('The key is removed from the keychain', () => client.desk.forgetKey.mutate(), keep);
}

async function told(what: string, command: () => Promise<KeyStatus>, undo?: () => Promise<void>): Promise<void> {
  try {
    queryClient.setQueryData(core.desk.key.queryKey(), await command());
    tell({ what, undo });
  } catch (error) {
    tellRefusal(error);
  }
}
