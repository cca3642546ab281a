// The areas that can be gone to; an area that is not there yet is absent.
import type { Permission } from '../core/acting.ts';
import type { Keys } from '../shell/keys.ts';

export interface Area {
  /** The path that all screens of the area begin with. */
  readonly path: '/' | '/revenue' | '/customers' | '/settings';
  readonly name: string;
  readonly keys: Keys;
  /** What whoever acts must be permitted, or the area is absent. */
  readonly permission: Permission;
  /** It can show each amount in its own currency. */
  readonly canBeNative?: boolean;
  /** Its figures follow period, comparison and currency. */
  readonly hasView?: boolean;
  /** Stands at the foot of the rail. */
  readonly isAtFoot?: boolean;
}

export const AREAS: readonly Area[] = [
  { path: '/', name: 'Overview', keys: 'g o', permission: 'figures.read', hasView: true },
  { path: '/revenue', name: 'Revenue', keys: 'g r', permission: 'figures.read', hasView: true, canBeNative: true },
  { path: '/customers', name: 'Customers', keys: 'g c', permission: 'customers.read', hasView: true },
  { path: '/settings', name: 'Settings', keys: 'g s', permission: 'figures.read', isAtFoot: true },
];

/** The area that a path belongs to; undefined for a path of no screen. */
export function areaOf(path: string): Area | undefined {
  return AREAS.find((area) => path === area.path || (area.path !== '/' && path.startsWith(`${area.path}/`)));
}
