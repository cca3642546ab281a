// A defect in one area leaves the frame and the other areas standing: what happened, another try, a report to copy.
import { Button } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { refusalOf } from '../core/refusal.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { copyProblemReport } from '../shell/ledger-actions.ts';
import styles from './area-error.module.css';

export function AreaError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={styles.error}>
      <h1>This screen failed</h1>
      <RefusalPanel error={error} onRetry={retry} />
      <p>
        The other areas still work. A report says which part failed and holds no secret and no customer:{' '}
        <Button size="compact-sm" variant="default" onClick={() => void copyProblemReport(failureText(error))}>
          Copy report
        </Button>
      </p>
    </div>
  );
}

/** Where an error came from: its kind and the places in the code. Its message is left out, as it may hold data. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return `Screen: ${window.location.pathname.split('/')[1] ?? ''}\nError: not an Error`;
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s*at |@/.test(line) && !line.includes(error.message));
  const area = window.location.pathname.split('/')[1] ?? '';
  return [`Screen: /${area}`, `Error: ${error.name} (${refusalOf(error).code})`, ...places.slice(0, 12)].join('\n');
}
