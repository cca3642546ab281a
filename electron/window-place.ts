// Where the window opens: where it stood last, if it can stand there again.
import type { WindowPlace } from '../src/app/preferences.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const SMALLEST = { width: 960, height: 640 } as const;
const USUAL = { width: 1360, height: 900 } as const;
/** So much of the window must be in sight, else it is put back onto a display. */
const SHARE_IN_SIGHT = 0.5;

/** Where a window opens. Without a position the system centers it. */
export interface Opened {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

/**
 * The remembered place, if half of it lies on displays that are there now; else its size alone, for the system to
 * center. A window opens no larger than the work area it opens on. `workAreas` begins with the primary display's.
 */
export function placeFor(remembered: WindowPlace | null, workAreas: readonly Bounds[]): Opened {
  const isMaximized = remembered?.isMaximized ?? false;
  const bounds = boundsOf(remembered);
  if (bounds !== null) {
    const seen = workAreas.map((area) => ({ area, points: sharedPoints(bounds, area) }));
    const [most] = seen.toSorted((one, other) => other.points - one.points);
    const isInSight =
      seen.reduce((sum, { points }) => sum + points, 0) >= SHARE_IN_SIGHT * bounds.width * bounds.height;
    if (isInSight && most !== undefined) {
      return { x: bounds.x, y: bounds.y, ...sizeOn(most.area, bounds), isMaximized };
    }
  }
  return { ...sizeOn(workAreas[0] ?? { x: 0, y: 0, ...USUAL }, remembered ?? USUAL), isMaximized };
}

function boundsOf(place: WindowPlace | null): Bounds | null {
  if (place === null || place.x === null || place.y === null) return null;
  return { x: place.x, y: place.y, width: place.width, height: place.height };
}

function sizeOn(area: Bounds, { width, height }: { readonly width: number; readonly height: number }) {
  return {
    width: Math.min(Math.max(width, SMALLEST.width), area.width),
    height: Math.min(Math.max(height, SMALLEST.height), area.height),
  };
}

/** How many points of the desktop lie in both. */
function sharedPoints(one: Bounds, other: Bounds): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}
