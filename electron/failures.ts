// The ends that nobody asked for: a start that is refused, and a defect in the program itself.
import { app, dialog } from 'electron';
import { type Problem, traceOf } from '../src/hosts/desk/index.ts';
import { CountinghouseError } from '../src/kernel/index.ts';

const REFUSED = 2;
const DEFECT = 1;

/** Says why there is no window, and ends the program with status 2. */
export function failAtStart(error: unknown): void {
  dialog.showErrorBox('Countinghouse could not start', reasonOf(error));
  app.exit(REFUSED);
}

/** What happened, where, and what to do, each on its line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof CountinghouseError)) return error instanceof Error ? error.message : String(error);
  return [error.what, error.where, error.fix].filter((line) => line !== undefined).join('\n');
}

/** Ends the program with status 1 on a defect: what was confirmed is in the ledger, and nothing else is certain. */
export function endOnDefects(note: (problem: Problem) => void): void {
  const end = (error: unknown): void => {
    console.error(error);
    note({ kind: 'defect', what: traceOf(error) });
    dialog.showErrorBox('Countinghouse', 'Countinghouse failed and has to end. What was confirmed is in the ledger.');
    app.exit(DEFECT);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
