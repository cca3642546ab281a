// The state of the frame: which dialog is open, where the guide stands, and what commands can reach.
import { useMantineColorScheme } from '@mantine/core';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { queryClient } from '../core/client.ts';
import { useDeskFeed } from '../core/desk-status.ts';
import { parseSelection, viewOf } from '../selection/selection.ts';
import { forgetFound } from './palette/recent-choices.ts';
import { shell } from '../shell/shell.ts';
import type { DialogName, GuideStep, Surroundings } from '../shell/surroundings.ts';

export interface FrameState {
  readonly surroundings: Surroundings;
  readonly dialog: DialogName | null;
  readonly closeDialog: () => void;
  /** Null where the guide is not open. */
  readonly guide: GuideStep | null;
  readonly leaveGuide: () => void;
}

export function useFrame(): FrameState {
  const router = useRouter();
  const desk = useDeskFeed();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const { setColorScheme } = useMantineColorScheme();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [guide, setGuide] = useState<GuideStep | null>(null);
  const ledger = desk?.ledger?.path;
  useForgottenAnswers(ledger);
  const surroundings = useMemo(
    (): Surroundings => ({
      isWindow: shell.isWindow,
      platform: shell.platform,
      desk,
      path,
      go: (to) => {
        setGuide(left);
        // A search of its own, and be it none, takes the place of the present view's.
        if (to.includes('?')) return router.history.push(to.replace(/\?$/, ''));
        void router.navigate({ to, search: viewOf(parseSelection(router.state.location.search)) });
      },
      back: () => router.history.back(),
      forward: () => router.history.forward(),
      open: setDialog,
      guide: (step) => {
        setDialog(null);
        setGuide((present) => (isHeld(present) && step.step !== 'import' ? present : step));
      },
      appear: setColorScheme,
    }),
    [router, desk, path, setColorScheme],
  );
  return { surroundings, dialog, closeDialog: () => setDialog(null), guide, leaveGuide: () => setGuide(left) };
}

/** A recovery key stays until it is kept: it is shown this once. */
function isHeld(guide: GuideStep | null): boolean {
  return guide?.step === 'key';
}

function left(guide: GuideStep | null): GuideStep | null {
  return isHeld(guide) ? guide : null;
}

/** Answers of one ledger are not shown for another, and its selection means nothing there. */
function useForgottenAnswers(ledger: string | undefined): void {
  const router = useRouter();
  const before = useRef(ledger);
  useEffect(() => {
    const previous = before.current;
    if (ledger === undefined || ledger === previous) return;
    before.current = ledger;
    if (previous === undefined) return;
    forgetFound();
    void router.navigate({ to: '/', search: {} });
    void queryClient.resetQueries({
      predicate: ({ queryKey: [path] }) => !(Array.isArray(path) && path[0] === 'desk'),
    });
  }, [ledger, router]);
}
