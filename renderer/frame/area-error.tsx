// A defect in one area leaves the frame and the other areas standing.
import type { ErrorComponentProps } from '@tanstack/react-router';
import { RefusalPanel } from '../parts/refusal-panel.tsx';

export function AreaError({ error }: ErrorComponentProps) {
  return <RefusalPanel error={error} onRetry={() => window.location.reload()} />;
}
