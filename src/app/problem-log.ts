// What went wrong in this program, for who has to find out why: bounded, and without payloads, secrets or people.
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { userFolder } from './user-folder.ts';

const LARGEST_FILE_BYTES = 262_144;
const LONGEST_TEXT = 500;

export interface ProblemLog {
  /** Notes that it happened; a disk that refuses the note is no problem of its own. */
  note(kind: string, what: string): void;
  /** The last lines, the oldest first. */
  lastLines(count: number): string[];
}

/** The log `problems.jsonl` in the person's folder. `clock` tells epoch seconds. */
export function openProblemLog(clock: () => number, folder = userFolder()): ProblemLog {
  const path = join(folder, 'problems.jsonl');
  return {
    note: (kind, what) => {
      const line = JSON.stringify({ at: new Date(clock() * 1000).toISOString(), kind: told(kind), what: told(what) });
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        appendFileSync(path, `${line}\n`, { mode: 0o600 });
        if (statSync(path).size > LARGEST_FILE_BYTES) keepNewerHalf(path);
      } catch {
        // Nothing can be noted here, and nobody is to be kept from their work by that.
      }
    },
    lastLines: (count) => linesOf(path).slice(-count),
  };
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}

function keepNewerHalf(path: string): void {
  const lines = linesOf(path);
  writeFileSync(`${path}.part`, `${lines.slice(Math.floor(lines.length / 2)).join('\n')}\n`, { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

const REDACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){13}\b/gi, '[key]'],
  [/\b[0-9a-f]{64}\b/gi, '[key]'],
  [/\b(?:sk|rk|pk|whsec)_\w{8,}/g, '[key]'],
  [/[^\s<>"']+@[^\s<>"']+\.[a-z]{2,}/gi, '[e-mail]'],
  [/(?:\/(?:home|Users)|\b[A-Z]:[\\/]Users)[\\/][^\\/\s:'"]+/gi, '~'],
];

/** The text without keys, addresses and the names of people's folders, on one line and not longer than it helps. */
export function told(text: string): string {
  const atHome = text.replaceAll(homedir(), '~');
  const redacted = REDACTIONS.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), atHome);
  return redacted.replace(/\s+/g, ' ').slice(0, LONGEST_TEXT);
}
