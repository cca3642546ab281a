// Files and links that the program was given, on their way to the screens.
import type { DeskHost } from '../src/hosts/desk/index.ts';
import type { ShellCommand } from './bridge.ts';
import { placeOfLink } from './links.ts';
import type { Opening } from './openings.ts';
import { sayingOf } from './refusals-said.ts';

/** The command that shows what was to be opened; a refusal becomes words for the person. */
export async function commandFor(
  opening: Opening,
  desk: Pick<DeskHost, 'handIn' | 'noteProblem'>,
): Promise<ShellCommand> {
  if (opening.kind === 'file') {
    return await desk.handIn(opening.path).then((file): ShellCommand => ({ command: 'open', file }), sayingOf);
  }
  if (opening.kind === 'unreadable') {
    desk.noteProblem({ kind: 'malformed-start', what: 'What another start was given to open was refused' });
    return {
      command: 'say',
      what: 'What was to be opened could not be taken over from the other start',
      fix: 'Open at most 100 files at once',
    };
  }
  const path = placeOfLink(opening.link);
  if (path !== null) return { command: 'go', path };
  desk.noteProblem({ kind: 'malformed-link', what: `A link of ${opening.link.length} characters was refused` });
  return { command: 'say', what: 'That link leads nowhere in Countinghouse', fix: 'Copy the whole link and try again' };
}
