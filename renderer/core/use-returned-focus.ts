// Gives the focus back to what opened a panel, once the panel is closed.
import { useLayoutEffect, useRef } from 'react';

/** Remembers what has the focus as `isOpen` becomes true and focuses it again when it becomes false. */
export function useReturnedFocus(isOpen: boolean): void {
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (isOpen) {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      return;
    }
    const previous = opener.current;
    opener.current = null;
    if (previous === null || previous === document.body) return;
    const frame = requestAnimationFrame(() => previous.isConnected && previous.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [isOpen]);
}
