import type { Route } from '@yimen/contracts';
import { refused } from '../../refused.ts';
import type { Call } from './call.ts';
import type { ServeOptions } from './serve-options.ts';

export function requireCommandHeaders(options: ServeOptions, route: Route, call: Call): void {
  if (!options.mayWrite()) throw refused('DISK_FULL');
  const { headers } = call.request;
  const site = headers['sec-fetch-site'];
  const origin = headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  // Behind a gateway that ends TLS this process sees http while the page came by https.
  const ownOrigins = [
    `${call.request.protocol}://${headers.host}`,
    ...(options.secureCookies ? [`https://${headers.host}`] : []),
  ];
  const foreignOrigin = origin !== undefined && !ownOrigins.includes(origin);
  if (headers['x-yimen-csrf'] !== '1' || foreignSite || foreignOrigin) throw refused('CROSS_SITE');
  if (!call.key && !isSessionRoute(route)) throw refused('IDEMPOTENCY_KEY_MISSING');
}

export function requireAccess(route: Route, { signedIn, wantedPost }: Call): void {
  const isPostRefused =
    signedIn !== null && signedIn.limitedTo === null && signedIn.actor === null && wantedPost !== undefined;
  if (isPostRefused && !isOwnBusiness(route)) throw refused('NOT_SUBSTITUTE');
  if (route.access === 'public') return;
  if (!signedIn) throw refused('NOT_SIGNED_IN');
  if (signedIn.limitedTo === 'second-factor') throw refused('SECOND_FACTOR_NEEDED');
  if (signedIn.limitedTo === 'password-change') throw refused('PASSWORD_CHANGE_NEEDED');
  if (signedIn.limitedTo === 'second-factor-setup') throw refused('SECOND_FACTOR_SETUP_NEEDED');
  if (!signedIn.actor) throw refused('NOT_ALLOWED');
  if (route.access !== 'signed-in' && !signedIn.actor.permissions.has(route.access)) throw refused('NOT_ALLOWED');
}

/** Signing in and out is not replayed: the answer carries the cookie. */
export function isSessionRoute(route: Route): boolean {
  return route.path.startsWith('/session') || route.path.startsWith('/me/');
}

/** Signing out and asking who one is must work whatever post the page still names. */
function isOwnBusiness(route: Route): boolean {
  return isSessionRoute(route) || route.path === '/me';
}
