// The tray of jobs in the bar: how many run and how far they are; opened, each with what can be done about it.
import { useId, useState } from 'react';
import type { Job } from '../../core/outputs.ts';
import { counted } from '../../format/words.ts';
import barStyles from '../bar/bar.module.css';
import { JobRow } from './job-row.tsx';
import { useKnownJobs } from './jobs-context.tsx';
import styles from './jobs.module.css';
import { progressText } from './job-words.ts';

export function JobsTray() {
  const jobs = useKnownJobs();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const running = jobs.filter(({ state }) => state === 'running');
  const troubled = jobs.filter(({ state }) => state === 'failed' || state === 'interrupted');
  return (
    <>
      <button type="button" className={barStyles.tool} popoverTarget={id} aria-expanded={isOpen}>
        <span>Jobs</span>
        <span className={styles.count} data-trouble={troubled.length > 0}>
          {running.length > 0 ? running.length : troubled.length > 0 ? '!' : '–'}
        </span>
        <span className={barStyles.spoken}>
          {running.length > 0 ? `${running.length} running` : troubled.length > 0 ? 'one needs a look' : 'none running'}
        </span>
      </button>
      <section
        id={id}
        popover="auto"
        className={styles.tray}
        aria-label="Jobs"
        onToggle={({ newState }) => setIsOpen(newState === 'open')}
      >
        {jobs.length === 0 && (
          <p className={styles.none}>
            Nothing is running. Imports, exports and backups show here, and go on by themselves.
          </p>
        )}
        <ul className={styles.jobs}>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      </section>
      <p role="status" className={barStyles.spoken}>
        {spoken(running)}
      </p>
    </>
  );
}

/** What a screen reader says: how many run, and the progress of a single one in tenths, so that it is not told of each row. */
function spoken(running: readonly Job[]): string {
  const [only] = running;
  if (only === undefined) return '';
  if (running.length > 1) return `${counted(String(running.length), 'job')} running`;
  const { progress } = only;
  if (progress === null || progress.total === null || progress.total === 0) return `${only.name} is running`;
  return `${only.name}: ${progressText({ ...progress, done: Math.floor((progress.done * 10) / progress.total) * (progress.total / 10) })}`;
}
