// The dialogs of the frame, each loaded when it is opened first.
import { lazy, Suspense } from 'react';
import type { DialogName } from '../../shell/surroundings.ts';

const DIALOGS = {
  palette: lazy(() => import('../palette/palette.tsx')),
  keys: lazy(() => import('./key-help.tsx')),
  import: lazy(() => import('./import-dialog.tsx')),
  export: lazy(() => import('./export-dialog.tsx')),
  'back-up': lazy(() => import('./back-up-dialog.tsx')),
} as const satisfies Record<DialogName, unknown>;

export interface DialogProps {
  readonly onClose: () => void;
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
