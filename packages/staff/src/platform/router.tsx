import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  parseSearchWith,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import { SignedInLayout } from './layout/SignedInLayout.tsx';
import { StartPage } from './layout/StartPage.tsx';
import type { StaffPage } from './page.ts';
import { queryClient } from './query-client.ts';
import { pages } from './registered-pages.ts';
import { meQuery } from './session/use-me.ts';
import { BrokenPage } from './show/BrokenPage.tsx';
import { NotFoundPage } from './show/NotFoundPage.tsx';
import { PageSkeleton } from './show/PageSkeleton.tsx';

const rootRoute = createRootRoute({ component: Outlet, errorComponent: BrokenPage });
const layoutRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: SignedInLayout,
  beforeLoad: ({ location }) => requireSignIn(location.href),
});
/** An unknown address: behind the door it keeps the menu, before it leads to the sign-in. */
const unknownRoute = createRoute({ getParentRoute: () => layoutRoute, path: '$', component: NotFoundPage });
const startRoute = createRoute({ getParentRoute: () => layoutRoute, path: '/', component: StartPage });

export function createStaffRouter() {
  const open = pages.filter((page) => page.access === 'open');
  const inside = pages.filter((page) => page.access !== 'open');
  return createRouter({
    routeTree: rootRoute.addChildren([
      ...open.map((page) => createRoute({ getParentRoute: () => rootRoute, ...routeOf(page) })),
      layoutRoute.addChildren([
        startRoute,
        unknownRoute,
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

/** Nobody gets behind the door without a complete sign-in; afterwards they stand where they wanted to go. */
async function requireSignIn(href: string): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  // The tree is built from data, so the router cannot know the address or its search.
  if (me?.signIn !== 'signed-in') throw redirect({ to: '/sign-in', search: { next: href } as never, replace: true });
}

function routeOf(page: StaffPage) {
  return {
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.load() })),
    staticData: { page },
  };
}
