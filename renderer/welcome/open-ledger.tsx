// Opens a ledger: a file or a recent one, with its recovery key where the key is found nowhere.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { client } from '../core/client.ts';
import { type Refusal, refusalOf } from '../core/refusal.ts';
import { tellRefusal } from '../core/toasts.ts';
import { useSurroundings } from '../frame/surroundings-context.ts';
import { openLedger } from '../shell/ledger-actions.ts';
import { shell } from '../shell/shell.ts';
import type { LedgerChoice } from '../shell/surroundings.ts';
import { LedgerKey } from './ledger-key.tsx';
import { Recents } from './recents.tsx';
import styles from './welcome.module.css';

interface OpenLedgerStepProps {
  /** The ledger whose key is asked for. */
  readonly asked: LedgerChoice | undefined;
  readonly onOpened: () => void;
}

export function OpenLedgerStep({ asked, onOpened }: OpenLedgerStepProps) {
  const surroundings = useSurroundings();
  const [isOpening, setIsOpening] = useState(false);
  if (asked !== undefined) return <LedgerKey ledger={asked} onOpened={onOpened} />;
  const open = async (choice: LedgerChoice) => {
    setIsOpening(true);
    if (await openLedger(choice, surroundings)) onOpened();
    setIsOpening(false);
  };
  const choose = async () => {
    try {
      const [file] = await shell.chooseFiles('ledger');
      if (file !== undefined) await open(file);
    } catch (error) {
      tellRefusal(error);
    }
  };
  return (
    <>
      {shell.isWindow ? (
        <p>
          <Button loading={isOpening} onClick={() => void choose()}>
            Choose the file
          </Button>
        </p>
      ) : (
        <NamedLedger isOpening={isOpening} onNamed={(choice) => void open(choice)} />
      )}
      <Recents onOpened={onOpened} />
    </>
  );
}

interface NamedLedgerProps {
  readonly isOpening: boolean;
  readonly onNamed: (choice: LedgerChoice) => void;
}

/** In a browser a ledger is named by its path: it is opened where it lies, not sent there. */
function NamedLedger({ isOpening, onNamed }: NamedLedgerProps) {
  const [path, setPath] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const name = async () => {
    try {
      setRefusal(undefined);
      onNamed(await client.desk.name.mutate({ path: path.trim() }));
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <form className={styles.named} action={name}>
      <label>
        <span>File, on the machine that runs Countinghouse</span>
        <input
          type="text"
          value={path}
          required
          spellCheck={false}
          placeholder="/home/me/Acme.ledger"
          aria-invalid={refusal !== undefined}
          aria-describedby="named-refusal"
          onChange={({ currentTarget }) => setPath(currentTarget.value)}
        />
      </label>
      <Button type="submit" loading={isOpening}>
        Open
      </Button>
      <p id="named-refusal" role="alert" className={styles.refusal}>
        {refusal && `${refusal.what}. ${refusal.fix ?? ''}`}
      </p>
    </form>
  );
}
