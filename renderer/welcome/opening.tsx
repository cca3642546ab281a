// Says that a ledger is being brought up to date before it opens, and how far that has come.
import { Button } from '@mantine/core';
import { core } from '../core/client.ts';
import { useDeskStatus } from '../core/desk-status.ts';
import { useCommand } from '../core/use-command.ts';
import { progressText } from '../frame/jobs/job-words.ts';
import { useKnownJobs } from '../frame/jobs/jobs-context.tsx';
import styles from './welcome.module.css';

export function Opening() {
  const opening = useDeskStatus()?.opening ?? null;
  const cancel = useCommand(core.desk.cancelJob.mutationOptions());
  const name = `Bringing ${opening?.name} up to date`;
  const job = useKnownJobs().find((one) => one.state === 'running' && one.name === name);
  const progress = job?.progress ?? null;
  return (
    <div role="status">
      {opening !== null && (
        <div className={styles.opening}>
          <p>
            <strong>{name}.</strong> Its tables were made by another version of Countinghouse and are computed anew from
            its facts, once. It opens when that is done; nothing is lost if you cancel.
          </p>
          <progress aria-label={name} {...(progress?.total ? { max: progress.total, value: progress.done } : {})} />
          <span aria-hidden="true">{progress === null ? '' : progressText(progress)}</span>
          {job !== undefined && (
            <Button
              size="compact-xs"
              variant="default"
              loading={cancel.isRunning}
              onClick={() => void cancel.run({ id: job.id })}
            >
              Cancel
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
