// Measures colors: contrast as WCAG defines it, and how far apart two are for eyes of each kind.

type Rgb = readonly [red: number, green: number, blue: number];
export type Eyes = 'usual' | 'deuteranopia' | 'protanopia' | 'tritanopia';

/** Of Machado, Oliveira and Fernandes (2009), at full severity, on linear RGB. */
const SEEN: Readonly<Record<Exclude<Eyes, 'usual'>, readonly [Rgb, Rgb, Rgb]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Contrast of two colors, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(linear(one)), luminance(linear(other))].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How far apart two colors look, as distance in OKLab times 100: under 2 they are taken for the same. */
export function distance(one: string, other: string, eyes: Eyes): number {
  const [a, b] = [lab(seen(linear(one), eyes)), lab(seen(linear(other), eyes))];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function linear(hex: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function seen(color: Rgb, eyes: Eyes): Rgb {
  if (eyes === 'usual') return color;
  const [red, green, blue] = SEEN[eyes];
  return [within(dot(red, color)), within(dot(green, color)), within(dot(blue, color))];
}

function lab([red, green, blue]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function dot(row: Rgb, color: Rgb): number {
  return row[0] * color[0] + row[1] * color[1] + row[2] * color[2];
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}
