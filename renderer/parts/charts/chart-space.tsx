// The room that a chart is drawn in: as wide as its place, drawn at once in the width that it had last.
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ChartSpaceProps {
  /** Charts of one name are equally wide. */
  readonly name: string;
  readonly height: number;
  readonly children: (width: number) => ReactNode;
}

const widths = new Map<string, number>();

export function ChartSpace({ name, height, children }: ChartSpaceProps) {
  const placeRef = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => widths.get(name) ?? 0);
  useEffect(() => {
    const place = placeRef.current;
    if (place === null) return;
    // Told after the page is laid out, so that nothing is laid out for the sake of measuring.
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured === 0) return;
      widths.set(name, measured);
      setWidth(measured);
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, [name]);
  return (
    <div ref={placeRef} style={{ height, contain: 'strict' }}>
      {width > 0 && children(width)}
    </div>
  );
}
