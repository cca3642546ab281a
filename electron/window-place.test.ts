// Where the window opens, on the displays that are there now.
import { describe, expect, it } from 'vitest';
import { placeFor } from './window-place.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const BESIDE = { x: 1440, y: 0, width: 2560, height: 1400 };
const SMALL = { x: 0, y: 0, width: 800, height: 560 };

const place = (x: number | null, y: number | null, width = 1200, height = 800, isMaximized = false) => ({
  x,
  y,
  width,
  height,
  isMaximized,
});

describe('the place of the window', () => {
  it('is chosen by the system at first, in the usual size', () => {
    expect(placeFor(null, [BESIDE])).toEqual({ width: 1360, height: 900, isMaximized: false });
  });

  it('is where it was, on the same displays', () => {
    expect(placeFor(place(1500, 100, 2000, 1000, true), [LAPTOP, BESIDE])).toEqual({
      x: 1500,
      y: 100,
      width: 2000,
      height: 1000,
      isMaximized: true,
    });
  });

  it('is chosen by the system when its display is gone, in a size that fits', () => {
    expect(placeFor(place(1500, 100, 2000, 1000), [LAPTOP])).toEqual({ width: 1440, height: 875, isMaximized: false });
  });

  it('is kept when half of the window is in sight, and given up when less is', () => {
    expect(placeFor(place(840, 25), [LAPTOP])).toMatchObject({ x: 840 });
    expect(placeFor(place(841, 25), [LAPTOP])).not.toHaveProperty('x');
  });

  it('may lie across two displays', () => {
    expect(placeFor(place(841, 25), [LAPTOP, BESIDE])).toMatchObject({ x: 841, width: 1200 });
  });

  it('may lie left of and above the primary display', () => {
    const above = { x: -1920, y: -1080, width: 1920, height: 1080 };
    expect(placeFor(place(-1900, -1000), [LAPTOP, above])).toMatchObject({ x: -1900, y: -1000 });
  });

  it('was none where the system does not tell positions', () => {
    expect(placeFor(place(null, null), [BESIDE])).toEqual({ width: 1200, height: 800, isMaximized: false });
  });

  it('is no larger than a small display, and no smaller than the screens need on others', () => {
    expect(placeFor(null, [SMALL])).toEqual({ width: 800, height: 560, isMaximized: false });
    expect(placeFor(place(0, 30, 10, 10), [LAPTOP])).toMatchObject({ width: 960, height: 640 });
  });
});
