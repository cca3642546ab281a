// What the program around the screens asks of them: menu items, links of the system, files opened with the program.
import type { HandedFile } from '../core/outputs.ts';

/** Menu items without anything to say besides their name. */
export type PlainCommand =
  | 'new-ledger'
  | 'open-ledger'
  | 'close-ledger'
  | 'import'
  | 'import-rates'
  | 'export'
  | 'back-up'
  | 'palette'
  | 'keys'
  | 'settings'
  | 'back'
  | 'forward'
  | 'welcome';

export type ShellCommand =
  | { readonly command: 'go'; readonly path: string }
  | { readonly command: 'open'; readonly file: HandedFile }
  | { readonly command: PlainCommand }
  | { readonly command: 'say'; readonly what: string; readonly fix: string | null };
