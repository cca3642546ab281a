// One job of the tray: its progress or its outcome, and cancel, repeat or dismiss.
import { Button } from '@mantine/core';
import { core } from '../../core/client.ts';
import type { Job } from '../../core/outputs.ts';
import { useCommand } from '../../core/use-command.ts';
import { stateText } from './job-words.ts';
import styles from './jobs.module.css';

export function JobRow({ job }: { readonly job: Job }) {
  const { id, name, state, progress, outcome, refusal, canBeRepeated } = job;
  const cancel = useCommand(core.desk.cancelJob.mutationOptions());
  const repeat = useCommand(core.desk.repeatJob.mutationOptions());
  const dismiss = useCommand(core.desk.dismissJob.mutationOptions());
  const isRunning = state === 'running';
  return (
    <li className={styles.job}>
      <span className={styles.name}>{name}</span>
      <span className={styles.state}>{stateText(job)}</span>
      {isRunning && (
        <progress
          className={styles.progress}
          aria-label={name}
          {...(progress?.total ? { max: progress.total, value: progress.done } : {})}
        />
      )}
      {outcome !== null && <p className={styles.outcome}>{outcome}</p>}
      {refusal !== null && (
        <p className={styles.outcome}>
          {refusal.what}
          {refusal.where !== null && ` (${refusal.where})`}
          {refusal.fix !== null && `. ${refusal.fix}`}
        </p>
      )}
      <span className={styles.acts}>
        {isRunning && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void cancel.run({ id })}
            loading={cancel.isRunning}
          >
            Cancel
          </Button>
        )}
        {!isRunning && canBeRepeated && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => void repeat.run({ id })}
            loading={repeat.isRunning}
          >
            {state === 'interrupted' ? 'Repeat' : 'Try again'}
          </Button>
        )}
        {!isRunning && (
          <Button size="compact-xs" variant="default" onClick={() => void dismiss.run({ id })}>
            Dismiss
          </Button>
        )}
      </span>
    </li>
  );
}
