// The way into the sample company, with its progress while it is made.
import { Button } from '@mantine/core';
import { core } from '../core/client.ts';
import { refreshDesk } from '../core/desk-status.ts';
import { useCommand } from '../core/use-command.ts';
import { progressText } from '../frame/jobs/job-words.ts';
import { useKnownJobs } from '../frame/jobs/jobs-context.tsx';
import styles from './welcome.module.css';

export function SampleWay({ onOpened }: { readonly onOpened: () => void }) {
  const open = useCommand(core.desk.openSample.mutationOptions());
  const cancel = useCommand(core.desk.cancelJob.mutationOptions());
  const running = useKnownJobs().find(({ state }) => state === 'running');
  const job = open.isRunning ? running : undefined;
  const start = async () => {
    const status = await open.run();
    if (status === undefined) return;
    await refreshDesk(status);
    onOpened();
  };
  return (
    <section className={styles.way} aria-labelledby="way-sample">
      <h2 id="way-sample">Look around first</h2>
      <p>A made-up company with 2,400 customers and three years of subscriptions. Making it takes a moment, once.</p>
      {open.isRunning ? (
        <div className={styles.making}>
          <progress
            aria-label="Making the sample company"
            {...(job?.progress?.total ? { max: job.progress.total, value: job.progress.done } : {})}
          />
          <span>{job?.progress ? progressText(job.progress) : 'Opening'}</span>
          {job !== undefined && (
            <Button size="compact-xs" variant="default" onClick={() => void cancel.run({ id: job.id })}>
              Cancel
            </Button>
          )}
        </div>
      ) : (
        <Button variant="default" onClick={() => void start()}>
          Open the sample company
        </Button>
      )}
    </section>
  );
}
