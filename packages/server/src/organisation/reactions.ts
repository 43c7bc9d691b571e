import type { Reactions } from '../platform/outbox/reactions.ts';
import type { Services } from '../services.ts';

/** Stands before other businesses' reactions to the same event: they count with the new schedule. */
export function organisationReactions({ calendar }: Services): Reactions {
  return { 'calendar.imported': () => calendar.reload() };
}
