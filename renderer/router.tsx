// The routes: every screen stands in the frame and reads its selection from the URL.
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Frame } from './frame/frame.tsx';
import { AreaError } from './frame/area-error.tsx';
import { NoSuchScreen } from './frame/no-such-screen.tsx';
import { Overview } from './overview/overview.tsx';
import { parseSelection, selectionSearch } from './selection.ts';

const frameRoute = createRootRoute({ component: Frame, notFoundComponent: NoSuchScreen });

const overviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  validateSearch: parseSelection,
  component: Overview,
  errorComponent: AreaError,
});

export const router = createRouter({
  routeTree: frameRoute.addChildren([overviewRoute]),
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: selectionSearch,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
