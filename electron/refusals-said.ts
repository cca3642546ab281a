// Refusals in words for the person at the window.
import { CountinghouseError } from '../src/kernel/index.ts';
import type { ShellCommand } from './bridge.ts';

/** The command that says the refusal. Raises the error itself when it is none, but a defect. */
export function sayingOf(error: unknown): ShellCommand {
  if (!(error instanceof CountinghouseError)) throw error;
  const { what, where, fix = null } = error;
  return { command: 'say', what: where === undefined ? what : `${what} (${where})`, fix };
}
