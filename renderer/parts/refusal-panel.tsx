// What a screen shows in place of figures it could not get: what happened, what to do, and another try.
import { Button } from '@mantine/core';
import { refusalOf } from '../core/refusal.ts';
import styles from './refusal-panel.module.css';

interface RefusalPanelProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly isRetrying?: boolean;
}

export function RefusalPanel({ error, onRetry, isRetrying = false }: RefusalPanelProps) {
  const { what, where, fix, code } = refusalOf(error);
  return (
    <div className={styles.panel} role="alert">
      <p className={styles.what}>{what}</p>
      {fix !== undefined && <p className={styles.fix}>{fix}</p>}
      {where !== undefined && <p className={styles.where}>{where}</p>}
      <div className={styles.foot}>
        <Button size="compact-sm" variant="default" onClick={onRetry} loading={isRetrying}>
          Try again
        </Button>
        <span className={styles.code}>{code}</span>
      </div>
    </div>
  );
}
