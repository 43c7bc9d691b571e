import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import { SignedInLayout } from './layout/SignedInLayout.tsx';
import { StartPage } from './layout/StartPage.tsx';
import type { StaffPage } from './page.ts';
import { pages } from './registered-pages.ts';
import { BrokenPage } from './show/BrokenPage.tsx';
import { NotFoundPage } from './show/NotFoundPage.tsx';
import { PageSkeleton } from './show/PageSkeleton.tsx';

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });
const layoutRoute = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in', component: SignedInLayout });
const startRoute = createRoute({ getParentRoute: () => layoutRoute, path: '/', component: StartPage });

export function createStaffRouter() {
  const open = pages.filter((page) => page.access === 'open');
  const inside = pages.filter((page) => page.access !== 'open');
  return createRouter({
    routeTree: rootRoute.addChildren([
      ...open.map((page) => createRoute({ getParentRoute: () => rootRoute, ...routeOf(page) })),
      layoutRoute.addChildren([
        startRoute,
        ...inside.map((page) => createRoute({ getParentRoute: () => layoutRoute, ...routeOf(page) })),
      ]),
    ]),
    basepath: '/staff',
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
    // Plain strings: a region code or a phone number in the address must not turn into a number.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
  });
}

function routeOf(page: StaffPage) {
  return {
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.load() })),
    staticData: { page },
  };
}
