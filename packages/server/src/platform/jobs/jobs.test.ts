import { expect, test } from 'vitest';
import { startTestApi } from '../testing/index.ts';
import type { Job } from './job.ts';
import { runDueJobs } from './run-jobs.ts';

const api = await startTestApi({ routes: () => [] });
const { services, clock } = api;

function countingJob(name: string, everySeconds = 60, work: () => Promise<void> = async () => undefined) {
  const counter = { runs: 0 };
  const job: Job = {
    name,
    everySeconds,
    run: async () => {
      counter.runs += 1;
      await work();
      return 1;
    },
  };
  return { job, counter };
}

test('a job runs when its time has come, not before', async () => {
  const { job, counter } = countingJob('now-and-then');
  for (const seconds of [0, 30, 29, 1, 120]) {
    clock.advance(seconds * 1000);
    await runDueJobs(services, [job]);
  }
  expect(counter.runs).toBe(3);
});

test('ten workers at the same moment run a due job once', async () => {
  const { job, counter } = countingJob('only-one', 60, () => new Promise((resolve) => setTimeout(resolve, 50)));
  for (let round = 0; round < 5; round++) {
    clock.advance(61_000);
    await Promise.all(Array.from({ length: 10 }, () => runDueJobs(services, [job])));
  }
  expect(counter.runs).toBe(5);
});

test('a job that fails is noted, tried at its next time, and holds up no other', async () => {
  const failing = countingJob('failing', 60, () => Promise.reject(new RangeError('张三')));
  const next = countingJob('next');
  await runDueJobs(services, [failing.job, next.job]);
  expect(next.counter.runs).toBe(1);
  const { rows } = await services.database.pool.query(
    "SELECT lease, failures, runs, last_error FROM yimen.job_run WHERE name = 'failing'",
  );
  expect(rows).toEqual([{ lease: null, failures: 1, runs: 1, last_error: 'RangeError' }]);
  clock.advance(60_000);
  await runDueJobs(services, [failing.job]);
  expect(failing.counter.runs).toBe(2);
});

test('the lease of a dead worker runs out, and its late answer changes nothing', async () => {
  let finish: () => void = () => undefined;
  const stuck = countingJob('stuck', 60, () => new Promise((resolve) => (finish = resolve)));
  const dead = runDueJobs(services, [stuck.job]);
  while (stuck.counter.runs === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const healthy = countingJob('stuck', 1);
  clock.advance(25_000);
  await runDueJobs(services, [healthy.job]);
  expect(healthy.counter.runs).toBe(0);
  clock.advance(10_000);
  await runDueJobs(services, [healthy.job]);
  expect(healthy.counter.runs).toBe(1);
  finish();
  await dead;
  const { rows } = await services.database.pool.query("SELECT runs FROM yimen.job_run WHERE name = 'stuck'");
  expect(rows).toEqual([{ runs: 1 }]);
});
