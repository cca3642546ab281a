// The places in the screens that the program around them knows: its menu offers them and links lead to them.

export interface Area {
  readonly name: string;
  readonly path: string;
}

/** The areas in the order of the navigation. */
export const AREAS: readonly Area[] = [
  { name: 'Overview', path: '/' },
  { name: 'Revenue', path: '/revenue' },
  { name: 'Customers', path: '/customers' },
];

const SETTINGS = '/settings';

/** Whether the path, without its search, stands in one of the areas or in the settings, at most one step below it. */
export function isScreenPath(path: string): boolean {
  if (path === '/') return true;
  const [, first = '', ...below] = path.split('/');
  const isKnown = [...AREAS.map((area) => area.path), SETTINGS].includes(`/${first}`);
  return isKnown && first !== '' && below.length <= 1;
}
