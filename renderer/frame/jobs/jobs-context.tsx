// Listens to the jobs once and hands them to the tray and to whatever waits for one.
import { createContext, type ReactNode, use } from 'react';
import type { Job } from '../../core/outputs.ts';
import { useJobs } from './use-jobs.ts';

const JobsContext = createContext<readonly Job[]>([]);

export function JobsProvider({ children }: { readonly children: ReactNode }) {
  return <JobsContext value={useJobs()}>{children}</JobsContext>;
}

/** The jobs of the desk, the latest first. To be used inside the frame. */
export function useKnownJobs(): readonly Job[] {
  return use(JobsContext);
}
