// The areas that can be gone to; an area that is not there yet is absent.
import type { Keys } from '../shell/keys.ts';

export interface Area {
  /** The path that all screens of the area begin with. */
  readonly path: '/' | '/revenue' | '/customers' | '/settings';
  readonly name: string;
  readonly keys: Keys;
  /** It can show each amount in its own currency. */
  readonly canBeNative?: boolean;
  /** Its figures follow period, comparison and currency. */
  readonly hasView?: boolean;
  /** Stands at the foot of the rail. */
  readonly isAtFoot?: boolean;
}

export const AREAS: readonly Area[] = [
  { path: '/', name: 'Overview', keys: 'g o', hasView: true },
  { path: '/revenue', name: 'Revenue', keys: 'g r', hasView: true, canBeNative: true },
  { path: '/customers', name: 'Customers', keys: 'g c', hasView: true },
  { path: '/settings', name: 'Settings', keys: 'g s', isAtFoot: true },
];

/** The area that a path belongs to; undefined for a path of no screen. */
export function areaOf(path: string): Area | undefined {
  return AREAS.find((area) => path === area.path || (area.path !== '/' && path.startsWith(`${area.path}/`)));
}
