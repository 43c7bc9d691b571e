import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createControl, stop } from './control.ts';
import type { FromWorker, RulesSource, Task, TaskResult, ToWorker } from './task.ts';

export interface Watch {
  /** Households done so far. */
  readonly onProgress?: (households: number) => void;
  /** How many there are altogether, as soon as that is known. */
  readonly onTotal?: (households: number) => void;
  readonly signal?: AbortSignal;
}

/** Threads that have the rules ready. They take one task at a time, all of them the same one. */
export interface Pool {
  readonly threads: number;
  run(task: Task, watch?: Watch): Promise<readonly TaskResult[]>;
  /** At once, whatever is running. */
  close(): Promise<void>;
  /** When what is running is done. */
  finish(): Promise<void>;
}

/** One thread per core unless told otherwise; resolves when all have made the rules ready, rejects when they cannot. */
export async function openPool(source: RulesSource, threads = availableParallelism()): Promise<Pool> {
  const workers = Array.from({ length: threads }, () => startWorker(source));
  const close = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  try {
    await Promise.all(workers.map((worker) => answerOf(worker)));
  } catch (error) {
    await close();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    threads,
    run: (task, watch = {}) => {
      const next = last.then(() => runOn(workers, task, watch));
      last = next.catch(() => undefined);
      return next;
    },
    close,
    finish: () => last.then(close),
  };
}

function startWorker(source: RulesSource): Worker {
  const worker = new Worker(new URL('./determination-worker.ts', import.meta.url), {
    workerData: source,
    execArgv: [],
  });
  // An idle thread keeps nobody alive; whoever waits for an answer is kept alive by answerOf.
  worker.unref();
  return worker;
}

/** All threads have answered before this settles: until then they may still write into the shared columns. */
async function runOn(workers: readonly Worker[], task: Task, { onProgress, signal }: Watch): Promise<TaskResult[]> {
  signal?.throwIfAborted();
  const control = createControl();
  const halt = () => stop(control);
  signal?.addEventListener('abort', halt);
  let households = 0;
  const report = (count: number) => {
    households += count;
    onProgress?.(households);
  };
  const message: ToWorker = { task, control };
  const settled = await Promise.allSettled(
    workers.map(async (worker) => {
      const answer = answerOf(worker, report);
      worker.postMessage(message);
      // One that failed stops the others.
      return answer.catch((error: unknown) => {
        halt();
        throw error;
      });
    }),
  );
  signal?.removeEventListener('abort', halt);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  signal?.throwIfAborted();
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

function answerOf(worker: Worker, report: (households: number) => void = () => undefined): Promise<TaskResult> {
  worker.ref();
  return new Promise<TaskResult>((resolve, reject) => {
    const onMessage = (message: FromWorker) => {
      if (message.kind === 'progress') {
        report(message.households);
        return;
      }
      settle();
      if (message.kind === 'done') resolve(message.result);
      else {
        const { stack, code } = message;
        reject(Object.assign(new Error(message.message), code === undefined ? { stack } : { stack, code }));
      }
    };
    const onError = (error: Error) => {
      settle();
      reject(error);
    };
    const onExit = (code: number) => onError(new Error(`a determination thread ended (${code})`));
    const settle = () => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
