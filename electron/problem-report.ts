// The report on this program that the Help menu copies.
import { clipboard } from 'electron';
import type { DeskHost } from '../src/hosts/desk/index.ts';
import type { ShellCommand } from './bridge.ts';

/** Copies the desk's report, and returns what to say about that. */
export async function copyProblemReport(desk: Pick<DeskHost, 'call'>): Promise<ShellCommand> {
  const { isOk, json } = await desk.call({ path: 'desk.problemReport', type: 'query', input: undefined });
  if (!isOk) return { command: 'say', what: 'The problem report could not be made', fix: null };
  const report: unknown = JSON.parse(json);
  clipboard.writeText(String(report));
  return { command: 'say', what: 'The problem report is on the clipboard', fix: null };
}
