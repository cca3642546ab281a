// Whether a table is wider than its place.
import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the element has less room than so many px across. */
export function useIsWider(ref: RefObject<HTMLElement | null>, minWidth: number): boolean {
  const [isWider, setIsWider] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    // Told between laying out and painting: nothing is laid out for the sake of measuring, and nothing is seen to move.
    const observer = new ResizeObserver(() => flushSync(() => setIsWider(element.clientWidth < minWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, minWidth]);
  return isWider;
}
