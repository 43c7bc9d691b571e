import { caseworkJobs, caseworkReactions } from './casework/index.ts';
import { discoveryReactions } from './discovery/index.ts';
import { massDeterminationReactions } from './mass-determination/index.ts';
import type { BackgroundWork } from './platform/jobs/background-work.ts';
import type { Job } from './platform/jobs/job.ts';
import type { Reactions } from './platform/outbox/reactions.ts';
import { PLATFORM_JOBS } from './platform/platform-jobs.ts';
import { redeterminationReactions, redeterminationWork } from './redetermination/index.ts';
import type { Services } from './services.ts';
import { urgentReliefReactions } from './urgent-relief/index.ts';

/** Every business hangs its reactions in here, one line each. */
export function allReactions(services: Services): Reactions[] {
  return [
    caseworkReactions(services),
    urgentReliefReactions(services),
    discoveryReactions(services),
    massDeterminationReactions(services),
    redeterminationReactions(),
  ];
}

/** Every business hangs its recurring jobs in here, one line each. */
export function allJobs(services: Services): Job[] {
  return [...PLATFORM_JOBS, ...caseworkJobs(services)];
}

/** Every business hangs its long work in here, one line each. */
export function allBackgroundWork(services: Services): BackgroundWork[] {
  return [redeterminationWork(services)];
}
