// What the desk's procedures need from the program that runs them: a window, or the browser door.
import type { z } from 'zod';
import type { BackupSchedule, DeskStatus, HandedFile, Job, KeyStatus, MadeLedger } from './answers.ts';
import type {
  actAsInput,
  backupInput,
  createInput,
  exportInput,
  importInput,
  openInput,
  purposeInput,
  scheduleInput,
} from './inputs.ts';

/** The desk of one running program: the ledger on it, the files handed in, the jobs that run. */
export interface Desk {
  status(): Promise<DeskStatus>;
  /** The status now, and again after every change, until the signal fires. */
  statuses(signal: AbortSignal): AsyncIterable<DeskStatus>;
  /** Asks a person for files by a native dialog; none when it was canceled. Raises `unavailable` in a browser. */
  choose(purpose: z.output<typeof purposeInput>): Promise<HandedFile[]>;
  /** A file named by its path. Raises `not_permitted` in the window, where dialogs name files; `file_unreadable`. */
  name(path: string): Promise<HandedFile>;
  /** Opens a ledger in place of the present one. Raises `key_missing`, `wrong_key`, `not_a_ledger` and their kin. */
  open(ledger: z.output<typeof openInput>): Promise<DeskStatus>;
  create(making: z.output<typeof createInput>): Promise<MadeLedger>;
  /** Opens the sample company, made first (as a job) if it is not there. */
  openSample(): Promise<DeskStatus>;
  close(): Promise<DeskStatus>;
  forgetRecent(path: string): Promise<DeskStatus>;
  /** Puts a forgotten one back: the undoing of `forgetRecent`. */
  rememberRecent(path: string): Promise<DeskStatus>;
  importFiles(given: z.output<typeof importInput>): Promise<Job>;
  importRates(ticket: string): Promise<Job>;
  /** Writes a report to a file that a native dialog names; null when it was canceled. */
  exportReport(asked: z.output<typeof exportInput>): Promise<Job | null>;
  /** Copies the ledger; where no path is named a native dialog asks, and null means that it was canceled. */
  backup(target: z.output<typeof backupInput>): Promise<Job | null>;
  /** The jobs of this run and the interrupted ones of the last, the latest first. */
  jobs(signal: AbortSignal): AsyncIterable<readonly Job[]>;
  cancelJob(id: string): Promise<void>;
  dismissJob(id: string): Promise<void>;
  repeatJob(id: string): Promise<Job>;
  key(): Promise<KeyStatus>;
  /** Keeps the key of the open ledger in the system's keychain. Raises `unavailable` where there is none. */
  keepKey(): Promise<KeyStatus>;
  forgetKey(): Promise<KeyStatus>;
  schedule(): Promise<BackupSchedule>;
  changeSchedule(schedule: z.output<typeof scheduleInput>): Promise<BackupSchedule>;
  /** Acts as the member from now on, on this machine; as nobody with null. Raises `not_found` for who is no member. */
  actAs(who: z.output<typeof actAsInput>): Promise<DeskStatus>;
  /** A report on this program to hand on when something is wrong: no secret and no customer is in it. */
  problemReport(): Promise<string>;
}

export interface DeskContext {
  readonly desk: Desk;
}
