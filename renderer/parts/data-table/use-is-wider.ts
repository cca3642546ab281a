// Whether a table is wider than its place.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** True while the element has less room than so many px across. */
export function useIsWider(ref: RefObject<HTMLElement | null>, minWidth: number): boolean {
  const [isWider, setIsWider] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setIsWider(element.clientWidth < minWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, minWidth]);
  return isWider;
}
