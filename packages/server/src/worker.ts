import type { BackgroundWork } from './platform/jobs/background-work.ts';
import { runDueJobs } from './platform/jobs/run-jobs.ts';
import { deliverEvents } from './platform/outbox/deliver-events.ts';
import { joinReactions } from './platform/outbox/reactions.ts';
import { allBackgroundWork, allJobs, allReactions } from './reactions-and-jobs.ts';
import type { Services } from './services.ts';
import { type DatabaseWatch, watchDatabase } from './watch-database.ts';

const EVENT_PAUSE_MS = 250;
const JOB_PAUSE_MS = 1000;

export type Worker = {
  start(): void;
  /** Lets the running step finish. */
  stop(): Promise<void>;
  /** Delivers events and runs due jobs until nothing is left: for tests and tools, without timers. */
  drain(): Promise<void>;
};

/** The worker process: reactions to events, and recurring jobs. Any number of them may run side by side. */
export function buildWorker(services: Services): Worker {
  const reactions = joinReactions(allReactions(services));
  const jobs = allJobs(services);
  const background = allBackgroundWork(services);
  const deliver = async () => {
    await services.openDay(services.clock.now());
    return deliverEvents(services, reactions);
  };
  const runJobs = async () => {
    await services.openDay(services.clock.now());
    await runDueJobs(services, jobs);
    // A round of jobs is never followed by another at once.
    return 0;
  };
  const loops: Promise<void>[] = [];
  const stopping = new AbortController();
  const work = async ({ step }: BackgroundWork) => {
    await services.openDay(services.clock.now());
    return step(stopping.signal);
  };
  return {
    start: () => {
      const watch = watchDatabase(services);
      const { signal } = stopping;
      loops.push(repeat(services, { name: 'events', step: deliver, pauseMs: EVENT_PAUSE_MS, watch, signal }));
      loops.push(repeat(services, { name: 'jobs', step: runJobs, pauseMs: JOB_PAUSE_MS, watch, signal }));
      for (const one of background)
        loops.push(repeat(services, { name: one.name, step: () => work(one), pauseMs: JOB_PAUSE_MS, watch, signal }));
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
      await Promise.all(background.map(({ close }) => close()));
    },
    drain: async () => {
      let done = 0;
      do {
        await runJobs();
        done = await deliver();
        for (const one of background) done += await work(one);
      } while (done > 0);
    },
  };
}

type Loop = {
  readonly name: string;
  readonly step: () => Promise<number>;
  readonly pauseMs: number;
  readonly watch: DatabaseWatch;
  readonly signal: AbortSignal;
};

/** A step that found work is followed by the next at once; a failing database is asked again after a pause. */
async function repeat(services: Services, { name, step, pauseMs, watch, signal }: Loop): Promise<void> {
  while (!signal.aborted) {
    let done = 0;
    try {
      done = await step();
      watch.reached(name);
    } catch (error) {
      if (!watch.lost(name, error))
        services.log.error(
          { loop: name, failure: error instanceof Error ? error.name : 'unknown' },
          'worker step failed',
        );
    }
    if (done === 0) await pause(pauseMs, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
    function end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
  });
}
