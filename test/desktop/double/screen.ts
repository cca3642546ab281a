// One display with a panel along its lower edge, or those that the test names.
import { KnownEvents } from './absent.ts';
import type { Bounds } from './window-options.ts';

interface Display {
  readonly id: number;
  readonly bounds: Bounds;
  readonly workArea: Bounds;
  readonly scaleFactor: number;
}

function display(id: number, bounds: Bounds, panel: number): Display {
  return { id, bounds, workArea: { ...bounds, height: bounds.height - panel }, scaleFactor: 1 };
}

const named = process.env['ELECTRON_DOUBLE_DISPLAYS'];
const DISPLAYS: readonly Display[] = (
  named === undefined ? [{ x: 0, y: 0, width: 1920, height: 1080 }] : (JSON.parse(named) as Bounds[])
).map((bounds, index) => display(index + 1, bounds, index === 0 ? 40 : 0));
const PRIMARY = DISPLAYS[0] ?? display(1, { x: 0, y: 0, width: 1920, height: 1080 }, 40);

export const WORK_AREA: Bounds = PRIMARY.workArea;

class Screen extends KnownEvents {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  getPrimaryDisplay(): Display {
    return PRIMARY;
  }

  getAllDisplays(): readonly Display[] {
    return DISPLAYS;
  }

  getDisplayMatching(bounds: Bounds): Display {
    return this.getDisplayNearestPoint({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 });
  }

  getDisplayNearestPoint({ x, y }: { readonly x: number; readonly y: number }): Display {
    const holds = ({ bounds }: Display): boolean =>
      x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
    return DISPLAYS.find(holds) ?? PRIMARY;
  }

  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }
}

export const screen = new Screen();
