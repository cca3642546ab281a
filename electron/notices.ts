// Notices of the system: the end of a job, for a person who is looking at another program.
import { Notification } from 'electron';
import type { Job } from '../src/router/index.ts';

/** What a notice of the job says; null for an end that the person brought about. */
export function noticeOf(job: Job): { readonly title: string; readonly body: string } | null {
  if (job.state === 'done') return { title: job.name, body: job.outcome ?? 'Done' };
  if (job.state === 'failed')
    return { title: `${job.name} failed`, body: job.refusal?.what ?? 'See the jobs in Countinghouse' };
  return null;
}

/** Shows a notice of the job; a click on it calls back. */
export function noticesOfJobs(onClick: () => void): (job: Job) => void {
  // A notice that nobody holds any more loses its click.
  const shown = new Set<Notification>();
  return (job) => {
    const said = noticeOf(job);
    if (said === null || !Notification.isSupported()) return;
    const notice = new Notification(said);
    shown.add(notice);
    const forget = (): void => {
      shown.delete(notice);
    };
    notice.on('click', () => {
      forget();
      onClick();
    });
    notice.on('close', forget);
    notice.show();
  };
}
