// The colors pass contrast in both schemes and can be told apart by eyes of every kind.
import { describe, expect, it } from 'vitest';
import { contrast, distance, type Eyes } from './color-distance.testing.ts';
import { CATEGORIES, colorVariables, INKS, MOVEMENTS, type Pair, QUIET, STRONG_LINES, SURFACES } from './palette.ts';

const SCHEMES = ['light', 'dark'] as const;
const EYES: readonly Eyes[] = ['usual', 'deuteranopia', 'protanopia', 'tritanopia'];
const of = (pair: Pair, scheme: (typeof SCHEMES)[number]) => pair[scheme === 'light' ? 0 : 1];

describe.each(SCHEMES)('in the %s scheme', (scheme) => {
  it('writes text with at least 4.5 to 1 on every surface', () => {
    for (const [ink, inkPair] of Object.entries(INKS)) {
      for (const [surface, pair] of Object.entries(SURFACES)) {
        expect(contrast(of(inkPair, scheme), of(pair, scheme)), `${ink} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('draws lines that mean something, and areas of charts, with at least 3 to 1', () => {
    const drawn = [...Object.entries(STRONG_LINES), ...Object.entries(MOVEMENTS), ...Object.entries(CATEGORIES)];
    for (const [name, pair] of drawn) {
      for (const surface of [SURFACES.paper, SURFACES['paper-raised']]) {
        expect(contrast(of(pair, scheme), of(surface, scheme)), name).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it.each(EYES)('keeps groups of a chart apart for %s', (eyes) => {
    const colors = CATEGORIES.map((pair) => of(pair, scheme));
    for (const [index, one] of colors.entries()) {
      for (const other of colors.slice(index + 1)) {
        expect(distance(one, other, eyes), `${one} and ${other}`).toBeGreaterThanOrEqual(8);
      }
    }
  });

  it.each(EYES)('keeps the movements that stand beside each other apart for %s', (eyes) => {
    const colors = Object.values(MOVEMENTS).map((pair) => of(pair, scheme));
    for (const [index, color] of colors.entries()) {
      const next = colors[index + 1];
      if (next !== undefined) expect(distance(color, next, eyes), `${color} and ${next}`).toBeGreaterThanOrEqual(8);
    }
  });
});

it('writes each color once, as a variable', () => {
  const variables = colorVariables();
  expect(variables).toMatchObject({ '--paper': 'light-dark(#fdfdfb, #14171a)', '--category-1': expect.any(String) });
  expect(Object.keys(variables)).toHaveLength(
    [SURFACES, INKS, STRONG_LINES, QUIET, MOVEMENTS, CATEGORIES].reduce(
      (sum, part) => sum + Object.keys(part).length,
      0,
    ),
  );
});
