// The colors of the screens: styles use them as variables of these names, and tests measure them.

/** A color in the light and in the dark scheme. */
export type Pair = readonly [light: string, dark: string];

export const SURFACES = {
  paper: ['#fdfdfb', '#14171a'],
  'paper-raised': ['#ffffff', '#191d21'],
  'paper-sunken': ['#f4f4ef', '#0f1214'],
  'paper-hover': ['#eef4f2', '#1d2727'],
} as const satisfies Record<string, Pair>;

/** Text: at least 4.5 to 1 on every surface. */
export const INKS = {
  ink: ['#1a1e22', '#e4e7e9'],
  'ink-quiet': ['#59616a', '#9ca6ae'],
  accent: ['#0b6159', '#63bdb0'],
  warning: ['#8a4b08', '#e0a458'],
} as const satisfies Record<string, Pair>;

/** Lines that mean something, such as the border of a field: at least 3 to 1. */
export const STRONG_LINES = { 'rule-strong': ['#7f858b', '#737c85'] } as const satisfies Record<string, Pair>;

/** Everything else: lines and places that only set things apart. */
export const QUIET = {
  rule: ['#e3e3dc', '#292f34'],
  waiting: ['#edede7', '#1f2428'],
} as const satisfies Record<string, Pair>;

/** The movements of MRR: gains in the accent's hue, losses without a hue, and dark and light apart within each. */
export const MOVEMENTS = {
  'gain-strong': ['#0a5049', '#a4e4da'],
  'gain-middle': ['#0f776c', '#63bdb0'],
  'gain-soft': ['#549d92', '#3f877d'],
  'loss-strong': ['#3f444a', '#c3c8cd'],
  'loss-soft': ['#7b828a', '#7f8790'],
} as const satisfies Record<string, Pair>;

/**
 * Groups of a chart, such as plans: neighbors and all others can be told apart by eyes of any kind, and each stands
 * out from the paper with at least 3 to 1. A chart of more groups gathers the rest as the last color.
 */
export const CATEGORIES: readonly Pair[] = [
  ['#0b6159', '#63bdb0'],
  ['#c7792e', '#cb742a'],
  ['#131c41', '#4180d4'],
  ['#432f12', '#d7b239'],
  ['#a43fa0', '#eed8ec'],
  ['#888c90', '#66696c'],
];

/** The colors as variables of the styles: `--paper`, `--category-1`. */
export function colorVariables(): Record<string, string> {
  const groups = CATEGORIES.map((pair, index): [string, Pair] => [`category-${index + 1}`, pair]);
  const named: [string, Pair][] = [SURFACES, INKS, STRONG_LINES, QUIET, MOVEMENTS].flatMap((part) =>
    Object.entries<Pair>(part),
  );
  return Object.fromEntries(
    [...named, ...groups].map(([name, [light, dark]]) => [`--${name}`, `light-dark(${light}, ${dark})`]),
  );
}
