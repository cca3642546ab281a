// Reads the URL's selection and moves to another one, on whatever screen is open.
import { useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isFigureUnknown, parseSelection, type Selection } from './selection.ts';

/** The present selection. */
export function useSelection(): Selection {
  // The router hands on what a route's own check left out, so it is checked here again.
  return useSearch({ strict: false, select: (search) => parseSelection({ ...search }), structuralSharing: true });
}

/** True when the URL asks for a figure that there is not. */
export function useIsFigureUnknown(): boolean {
  return useSearch({ strict: false, select: (search) => isFigureUnknown({ ...search }) });
}

/** Goes to a selection on the present screen: a new step of the history, or in place of the present one. */
export function useSelect(): (selection: Selection, isReplacing?: boolean) => void {
  const router = useRouter();
  return useCallback(
    (selection, isReplacing = false) => {
      void router.navigate({
        to: router.state.location.pathname,
        search: selection,
        replace: isReplacing,
        resetScroll: false,
      });
    },
    [router],
  );
}
