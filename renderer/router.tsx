// The routes: every screen stands in the frame, reads its selection from the URL and is loaded when it is gone to.
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { AreaError } from './frame/area-error.tsx';
import { readDialogsAhead } from './frame/dialogs/dialogs.tsx';
import { Frame } from './frame/frame.tsx';
import { NoSuchScreen } from './frame/no-such-screen.tsx';
import { Overview } from './overview/overview.tsx';
import { readAhead } from './read-ahead.ts';
import { parseSelection, selectionSearch, viewOf } from './selection/selection.ts';

const frameRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NoSuchScreen,
  validateSearch: parseSelection,
});

const overviewRoute = createRoute({ getParentRoute: () => frameRoute, path: '/', component: Overview });

const revenueRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/revenue',
  component: lazyRouteComponent(() => import('./revenue/revenue.tsx'), 'Revenue'),
});

const customersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers',
  component: lazyRouteComponent(() => import('./customers/customers.tsx'), 'Customers'),
});

export const customerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/customers/$customerId',
  component: lazyRouteComponent(() => import('./customers/customer-page.tsx'), 'CustomerPage'),
});

const settingsFirstRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/$section', params: { section: 'workspace' }, search: true, replace: true });
  },
});

const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/settings/$section',
  component: lazyRouteComponent(() => import('./settings/settings.tsx'), 'Settings'),
});

export const router = createRouter({
  routeTree: frameRoute.addChildren([
    overviewRoute,
    revenueRoute,
    customersRoute,
    customerRoute,
    settingsFirstRoute,
    settingsRoute,
  ]),
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: selectionSearch,
  defaultErrorComponent: AreaError,
  defaultPreload: 'intent',
});

/** The screens that are gone to from anywhere. */
const NEIGHBORS = ['/', '/revenue', '/customers'];
const REST_MS = 300;

router.subscribe('onBeforeNavigate', ({ toLocation, pathChanged }) => {
  if (pathChanged) void readAhead(toLocation.pathname, parseSelection({ ...toLocation.search }));
});
let rest: ReturnType<typeof setTimeout> | undefined;
router.subscribe('onRendered', ({ toLocation }) => {
  clearTimeout(rest);
  rest = setTimeout(() => {
    const view = viewOf(parseSelection({ ...toLocation.search }));
    for (const path of NEIGHBORS) void readAhead(path, view);
    for (const route of [revenueRoute, customersRoute, customerRoute]) void router.loadRouteChunk(route);
    readDialogsAhead();
  }, REST_MS);
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
