// Stripes of the chart's segments: they tell neighbors apart where shades alone might not.

const HATCHED: ReadonlySet<string> = new Set(['reactivation', 'contraction']);

/** What fills the segments of a kind of movement. */
export function fillOf(kind: string): string {
  return HATCHED.has(kind) ? `url(#hatch-${kind})` : `var(--fill-${kind})`;
}

/** The patterns that `fillOf` names; drawn once inside the chart. */
export function Hatches() {
  return (
    <defs>
      {[...HATCHED].map((kind) => (
        <pattern
          key={kind}
          id={`hatch-${kind}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill={`var(--fill-${kind})`} />
          <path d="M1 0v6" stroke="var(--paper)" strokeWidth="1.5" />
        </pattern>
      ))}
    </defs>
  );
}
