// Import from anywhere in the program: the same step as in the guide.
import { ImportStep } from '../../welcome/import-step.tsx';
import { Dialog } from './dialog.tsx';
import type { DialogProps } from './dialogs.tsx';

export default function ImportDialog({ onClose }: DialogProps) {
  return (
    <Dialog title="Import Stripe exports" width={640} onClose={onClose}>
      <ImportStep onBegun={onClose} />
    </Dialog>
  );
}
