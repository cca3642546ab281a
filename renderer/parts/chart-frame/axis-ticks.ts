// Where an axis has its ticks: at round amounts, few enough to be read at a glance.

const ROUND_STEPS = [1, 2, 2.5, 5, 10] as const;

/** Ascending round amounts that enclose everything from `least` to `most`, in about `count` steps, zero among them. */
export function axisTicks(least: number, most: number, count: number): number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  const step = roundStep((high - low) / count);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

function roundStep(atLeast: number): number {
  if (atLeast <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(atLeast));
  const factor = ROUND_STEPS.find((round) => round * magnitude >= atLeast && Number.isInteger(round * magnitude));
  return (factor ?? 10) * magnitude;
}
