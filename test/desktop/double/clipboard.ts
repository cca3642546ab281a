// A clipboard of the program's own, so that tests running beside each other do not share the machine's.
import { only } from './absent.ts';

let text = '';

/** The text there is; with an argument, puts it there first. */
export function clipboardText(put?: string): string {
  if (put !== undefined) text = put;
  return text;
}

export const clipboard = only('clipboard', {
  readText: () => text,
  writeText: (put: string) => {
    text = put;
  },
  clear: () => {
    text = '';
  },
});
