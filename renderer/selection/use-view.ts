// The view of the present selection in the open ledger.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import { useSelection } from './use-selection.ts';
import { type View, viewFor } from './view.ts';

/** The present view. */
export function useView(): View {
  const selection = useSelection();
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  return viewFor(selection, status?.dataThrough ?? undefined);
}
