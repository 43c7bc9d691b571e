import { refused } from '../platform/refused.ts';

export interface Turns {
  /** Stops what the same caller asked before; refuses when too many others wait already. */
  take<T>(caller: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

const MOST = 8;

/** A slider asks faster than it is answered: of each caller only the last question counts. */
export function openTurns(): Turns {
  const running = new Map<string, AbortController>();
  let waiting = 0;
  return {
    take: async (caller, work) => {
      running.get(caller)?.abort();
      if (waiting >= MOST) throw refused('TOO_MANY_REQUESTS');
      const turn = new AbortController();
      running.set(caller, turn);
      waiting += 1;
      try {
        return await work(turn.signal);
      } catch (error) {
        if (turn.signal.aborted) throw refused('SIMULATION_SUPERSEDED');
        throw error;
      } finally {
        waiting -= 1;
        if (running.get(caller) === turn) running.delete(caller);
      }
    },
  };
}
