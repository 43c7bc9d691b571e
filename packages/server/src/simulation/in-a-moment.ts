import { setTimeout as delay } from 'node:timers/promises';

const A_MOMENT_MS = 400;

/** What is there soon; undefined where it takes longer, so that nobody keeps a transaction open for it. */
export function inAMoment<T>(work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, delay(A_MOMENT_MS, undefined, { ref: false })]);
}
