import type { Reactions } from '../platform/outbox/reactions.ts';
import type { Services } from '../services.ts';
import { recomputeProvisional } from './recompute-provisional.ts';

/** A year's schedule arrived: provisional due moments are computed again. */
export function caseworkReactions(services: Services): Reactions {
  return {
    'calendar.imported': async (tx, _payload, now) => {
      await services.calendar.reload();
      await recomputeProvisional(services, tx, now);
    },
  };
}
