// What a start of the program was given to open: files and links among its arguments.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isLink } from './links.ts';

/** Something to open in the window. */
export type Opening =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'link'; readonly link: string }
  /** What another start gave, and cannot be read or is too much. */
  | { readonly kind: 'unreadable' };

/** What a second start tells the first. Chromium may add to and reorder the plain arguments, so they go as data. */
export const startData = z.object({
  folder: z.string().min(1).max(4096),
  arguments: z.array(z.string().max(4096)).max(100),
});
export type StartData = z.output<typeof startData>;

/** What follows the executable, without the program's folder, which is the first name of a start from its sources. */
export function ownArguments(argv: readonly string[], isPackaged: boolean): string[] {
  const given = argv.slice(1);
  const folder = isPackaged ? -1 : given.findIndex((argument) => !argument.startsWith('-'));
  return given.filter((_argument, index) => index !== folder);
}

/** The files and links among the arguments; switches are for others. Paths are read from the start's folder. */
export function openingsOf({ folder, arguments: given }: StartData): Opening[] {
  return given.flatMap((argument): Opening[] => {
    if (argument === '' || argument.startsWith('-')) return [];
    if (isLink(argument)) return [{ kind: 'link', link: argument }];
    return [{ kind: 'file', path: resolve(folder, pathOf(argument)) }];
  });
}

/** What a second start gave, in whatever shape it came. */
export function openingsTold(data: unknown): Opening[] {
  const told = startData.safeParse(data);
  return told.success ? openingsOf(told.data) : [{ kind: 'unreadable' }];
}

/** The path that an argument names; desktops of Linux hand a file over as its address. */
function pathOf(argument: string): string {
  if (!/^file:\/\//i.test(argument)) return argument;
  try {
    return fileURLToPath(argument);
  } catch {
    return argument;
  }
}
