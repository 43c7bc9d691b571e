import { refused } from '../platform/refused.ts';
import { inAMoment } from './in-a-moment.ts';

export interface Turns<Answer> {
  /**
   * The answer; undefined when it takes longer than a moment: whoever asks the same again gets it then. Another question
   * of the same caller stops this one; too many others at once are sent away.
   */
  take(caller: string, question: string, work: (signal: AbortSignal) => Promise<Answer>): Promise<Answer | undefined>;
}

interface Turn<Answer> {
  readonly question: string;
  readonly stopping: AbortController;
  readonly answer: Promise<Answer>;
}

const MOST_RUNNING = 8;
const MOST_KEPT = 50;

/** A slider asks faster than it is answered: of each caller only the last question counts. */
export function openTurns<Answer>(): Turns<Answer> {
  const turns = new Map<string, Turn<Answer>>();
  let running = 0;

  function begin(caller: string, question: string, work: (signal: AbortSignal) => Promise<Answer>): Turn<Answer> {
    turns.get(caller)?.stopping.abort();
    if (running >= MOST_RUNNING) throw refused('TOO_MANY_REQUESTS');
    const stopping = new AbortController();
    running += 1;
    const answer = work(stopping.signal)
      .catch((error: unknown) => {
        throw stopping.signal.aborted ? refused('SIMULATION_SUPERSEDED') : error;
      })
      .finally(() => {
        running -= 1;
      });
    // Told to whoever asks again; until then nobody may be listening.
    answer.catch(() => undefined);
    const turn = { question, stopping, answer };
    turns.delete(caller);
    turns.set(caller, turn);
    if (turns.size > MOST_KEPT) turns.delete(turns.keys().next().value ?? '');
    return turn;
  }

  function forget(caller: string, turn: Turn<Answer>): void {
    if (turns.get(caller) === turn) turns.delete(caller);
  }

  return {
    take: async (caller, question, work) => {
      const known = turns.get(caller);
      const turn = known?.question === question ? known : begin(caller, question, work);
      try {
        const answer = await inAMoment(turn.answer);
        if (answer !== undefined) forget(caller, turn);
        return answer;
      } catch (error) {
        forget(caller, turn);
        throw error;
      }
    },
  };
}
