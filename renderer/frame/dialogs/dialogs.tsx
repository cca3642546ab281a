// The dialogs of the frame, each loaded when it is opened first.
import { Suspense } from 'react';
import { laterPart } from '../../core/later-part.tsx';
import type { DialogName } from '../../shell/surroundings.ts';

const DIALOGS = {
  palette: laterPart(() => import('../palette/palette.tsx')),
  keys: laterPart(() => import('./key-help.tsx')),
  import: laterPart(() => import('./import-dialog.tsx')),
  export: laterPart(() => import('./export-dialog.tsx')),
  'back-up': laterPart(() => import('./back-up-dialog.tsx')),
} as const satisfies Record<DialogName, unknown>;

export interface DialogProps {
  readonly onClose: () => void;
}

/** Reads the dialogs' code ahead of their first opening. */
export function readDialogsAhead(): void {
  for (const dialog of Object.values(DIALOGS)) dialog.readAhead();
}

interface DialogsProps extends DialogProps {
  readonly open: DialogName | null;
}

export function Dialogs({ open, onClose }: DialogsProps) {
  if (open === null) return null;
  const Dialog = DIALOGS[open];
  return (
    <Suspense>
      <Dialog onClose={onClose} />
    </Suspense>
  );
}
