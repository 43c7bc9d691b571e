import { organisationReactions } from './organisation/index.ts';
import type { Job } from './platform/jobs/job.ts';
import type { Reactions } from './platform/outbox/reactions.ts';
import { PLATFORM_JOBS } from './platform/platform-jobs.ts';
import type { Services } from './services.ts';

/** Every business hangs its reactions in here, one line each. */
export function allReactions(services: Services): Reactions[] {
  return [organisationReactions(services)];
}

/** Every business hangs its recurring jobs in here, one line each. */
export function allJobs(_services: Services): Job[] {
  return [...PLATFORM_JOBS];
}
