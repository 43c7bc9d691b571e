import { randomUUID } from 'node:crypto';
import type { PlatformServices } from '../platform-services.ts';
import { stackOf } from '../stack-of.ts';
import type { Job } from './job.ts';

// A worker that was killed holds up its job no longer than this; a living one says so more often.
const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

/** Runs every job that is due and that no other worker holds; returns the names it ran. */
export async function runDueJobs(services: PlatformServices, jobs: readonly Job[]): Promise<string[]> {
  const ran: string[] = [];
  for (const job of jobs) {
    const lease = await takeLease(services, job);
    if (lease === undefined) continue;
    await runJob(services, job, lease);
    ran.push(job.name);
  }
  return ran;
}

async function runJob(services: PlatformServices, job: Job, lease: string): Promise<void> {
  const startedAt = performance.now();
  const renewing = setInterval(() => void renewLease(services, job, lease), RENEW_MS);
  try {
    const done = await job.run(services, services.clock.now());
    await endLease(services, job, lease, null);
    if (done > 0) services.log.info({ job: job.name, done, ms: Math.round(performance.now() - startedAt) }, 'job done');
  } catch (error) {
    const failure =
      error instanceof Error ? `${error.name} ${'code' in error ? String(error.code) : ''}`.trim() : 'unknown failure';
    services.log.error({ job: job.name, failure, stack: stackOf(error) }, 'job failed');
    await endLease(services, job, lease, failure);
  } finally {
    clearInterval(renewing);
  }
}

/** One conditional update decides between several workers; a dead worker's lease runs out. */
async function takeLease({ database, clock }: PlatformServices, job: Job): Promise<string | undefined> {
  const now = clock.now();
  const lease = randomUUID();
  await database.pool.query('INSERT INTO yimen.job_run (name) VALUES ($1) ON CONFLICT DO NOTHING', [job.name]);
  const { rowCount } = await database.pool.query(
    `UPDATE yimen.job_run SET lease = $2, leased_until = $3, started_at = $4
     WHERE name = $1 AND (lease IS NULL OR leased_until <= $4) AND (started_at IS NULL OR started_at <= $5)`,
    [job.name, lease, new Date(now.getTime() + LEASE_MS), now, new Date(now.getTime() - job.everySeconds * 1000)],
  );
  return rowCount === 1 ? lease : undefined;
}

/** When the database is away the lease runs out, as it should: nobody works then. */
async function renewLease({ database, clock }: PlatformServices, job: Job, lease: string): Promise<void> {
  const until = new Date(clock.now().getTime() + LEASE_MS);
  await database.pool
    .query('UPDATE yimen.job_run SET leased_until = $3 WHERE name = $1 AND lease = $2', [job.name, lease, until])
    .catch(() => undefined);
}

async function endLease(
  { database, clock }: PlatformServices,
  job: Job,
  lease: string,
  failure: string | null,
): Promise<void> {
  await database.pool.query(
    `UPDATE yimen.job_run SET lease = NULL, leased_until = NULL, finished_at = $3, last_error = $4,
       runs = runs + 1, failures = failures + CASE WHEN $4::text IS NULL THEN 0 ELSE 1 END
     WHERE name = $1 AND lease = $2`,
    [job.name, lease, clock.now(), failure],
  );
}
