import { PERMISSIONS, type Route } from '@yimen/contracts';

/** A route that is not fully declared, or declared twice, stops the start. */
export function checkRoutes(routes: readonly Route[]): void {
  const ids = new Set<string>();
  const addresses = new Set<string>();
  for (const route of routes) {
    requireAccess(route);
    if (route.stateless && (route.access !== 'public' || route.audited))
      throw new Error(`route ${route.id} leaves no trace and must be public`);
    const address = `${route.method} ${route.path.replaceAll(/\{[^}]+\}/g, '{}')}`;
    if (ids.has(route.id)) throw new Error(`route id ${route.id} is declared twice`);
    if (addresses.has(address)) throw new Error(`${address} is declared twice`);
    if (!/^\/[a-z0-9/{}A-Z-]*$/.test(route.path)) throw new Error(`route ${route.id} has an odd path`);
    ids.add(route.id);
    addresses.add(address);
  }
}

function requireAccess(route: Route): void {
  const allowed: readonly string[] = ['public', 'signed-in', ...PERMISSIONS];
  // Also a route written without types must name who may call it.
  if (!allowed.includes(route.access))
    throw new Error(`route ${route.id} declares no known access (${String(route.access)})`);
}
