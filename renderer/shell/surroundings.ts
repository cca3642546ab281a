// What a command can reach: the screens, the dialogs of the frame, the desk.
import type { MantineColorScheme } from '@mantine/core';
import type { DeskStatus } from '../core/outputs.ts';
import type { Platform } from './keys.ts';

/** Dialogs over whatever screen is open. */
export type DialogName = 'palette' | 'keys' | 'import' | 'export' | 'back-up';

/** A ledger that is to be opened: one handed in, or a recent one. */
export type LedgerChoice =
  | { readonly ticket: string; readonly name: string }
  | { readonly recent: string; readonly name: string };

/** Where the guide stands: what there is to begin with, a new ledger, its key, the first import, opening one. */
export type GuideStep =
  | { readonly step: 'ways' }
  | { readonly step: 'new' }
  | { readonly step: 'key'; readonly recoveryKey: string; readonly isInKeychain: boolean; readonly name: string }
  | { readonly step: 'import' }
  /** With a ledger whose key is asked for. */
  | { readonly step: 'open'; readonly ledger?: LedgerChoice };

export interface Surroundings {
  readonly isWindow: boolean;
  readonly platform: Platform;
  /** Undefined while the desk has not answered. */
  readonly desk: DeskStatus | undefined;
  /** The path of the present screen. */
  readonly path: string;
  /** Goes to a screen under the present view; a path may bring its own search. */
  go(path: string): void;
  back(): void;
  forward(): void;
  open(dialog: DialogName): void;
  guide(step: GuideStep): void;
  appear(scheme: MantineColorScheme): void;
}
