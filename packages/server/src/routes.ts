import { organisationRoutes } from './organisation/index.ts';
import type { Route } from '@yimen/contracts';
import { auditRoutes } from './platform/audit/index.ts';
import { authRoutes } from './platform/auth/index.ts';
import { photoRoutes } from './platform/files/index.ts';
import type { Implementation } from './platform/http/implement.ts';
import { messageRoutes } from './platform/messages/index.ts';
import type { Services } from './services.ts';

/** Every business hangs its routes in here, one line each. */
export function allRoutes(services: Services): Implementation[] {
  const all: Implementation[] = [
    ...authRoutes(services),
    ...auditRoutes(() => all.map(({ route }): Route => route)),
    ...messageRoutes(),
    ...photoRoutes(services),
    ...organisationRoutes(services),
  ];
  return all;
}
