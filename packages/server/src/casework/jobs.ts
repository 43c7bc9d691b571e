import type { Job } from '../platform/jobs/job.ts';
import type { Services } from '../services.ts';
import { sweepDeadlines } from './sweep-deadlines.ts';

export function caseworkJobs(services: Services): Job[] {
  return [
    {
      name: 'sweep-deadlines',
      everySeconds: 30,
      run: async (_platform, now) => {
        const { warned, escalated } = await sweepDeadlines(services, now);
        return warned + escalated;
      },
    },
  ];
}
