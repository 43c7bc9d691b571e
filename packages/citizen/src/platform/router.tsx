import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  stringifySearchWith,
} from '@tanstack/react-router';
import { BrokenPage } from './BrokenPage.tsx';
import { Loading } from './Loading.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { pages } from './registered-pages.ts';
import { Shell } from './Shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

export function createCitizenRouter() {
  return createRouter({
    routeTree: rootRoute.addChildren(
      pages.map((page) =>
        createRoute({
          getParentRoute: () => rootRoute,
          path: page.path,
          component: lazyRouteComponent(async () => ({ default: await page.load() })),
        }),
      ),
    ),
    defaultPendingComponent: Loading,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
    // Plain strings: a receipt number or a region code in the address must not turn into a number.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
  });
}
