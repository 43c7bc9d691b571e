import type { Route } from '@yimen/contracts';

/** The methods that some route offers at this address. */
export function findMethodsFor(routes: readonly Route[], url: string): string[] {
  const path = (url.split('?')[0] ?? '').replace(/^\/api/, '');
  return [...new Set(routes.filter((route) => patternOf(route).test(path)).map((route) => route.method))].sort();
}

function patternOf(route: Route): RegExp {
  return new RegExp(`^${route.path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
}
