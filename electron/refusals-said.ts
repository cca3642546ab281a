// Refusals in words for the person at the window.
import { CountinghouseError } from '../src/kernel/index.ts';
import type { ShellCommand } from './bridge.ts';

/** The command that says the refusal. A defect is said without its message, in which there may be anything. */
export function sayingOf(error: unknown): ShellCommand {
  if (!(error instanceof CountinghouseError)) {
    return {
      command: 'say',
      what: 'Countinghouse failed at opening this on its own',
      fix: 'Try again; if it stays, copy the problem report in the Help menu and hand it on',
    };
  }
  const { what, where, fix = null } = error;
  return { command: 'say', what: where === undefined ? what : `${what} (${where})`, fix };
}
