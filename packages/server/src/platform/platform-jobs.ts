import { sealAuditJob, sweepAuditJob } from './audit/index.ts';
import { deleteLoosePhotosJob } from './files/index.ts';
import { housekeepingJob } from './jobs/housekeeping.ts';
import type { Job } from './jobs/job.ts';
import { deliverMessagesJob } from './messages/index.ts';

export const PLATFORM_JOBS: readonly Job[] = [
  deliverMessagesJob,
  sealAuditJob,
  sweepAuditJob,
  deleteLoosePhotosJob,
  housekeepingJob,
];
