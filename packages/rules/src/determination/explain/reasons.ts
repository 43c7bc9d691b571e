import type { Explanation } from '../../explanation/explanation.ts';

/**
 * What is found while telling, one on the other: whoever tells something puts it here, and what rests on it takes off
 * what came since it began. One for a household, so that thousands of lists are not grown one by one.
 */
export interface Reasons {
  /** How many there are: where what comes next begins. */
  mark(): number;
  add(reason: Explanation): void;
  /** Takes off what came since, in the order it came. */
  takeFrom(mark: number): readonly Explanation[];
  /** Puts something else in the place of each that came since. */
  changeFrom(mark: number, change: (reason: Explanation) => Explanation): void;
}

export function noReasons(): Reasons {
  return new Pile();
}

class Pile implements Reasons {
  readonly #reasons: Explanation[] = [];
  #size = 0;

  mark(): number {
    return this.#size;
  }

  add(reason: Explanation): void {
    this.#reasons[this.#size] = reason;
    this.#size += 1;
  }

  takeFrom(mark: number): readonly Explanation[] {
    if (mark === this.#size) return NOTHING;
    const taken = this.#reasons.slice(mark, this.#size);
    this.#size = mark;
    return taken;
  }

  changeFrom(mark: number, change: (reason: Explanation) => Explanation): void {
    for (let at = mark; at < this.#size; at += 1) {
      const reason = this.#reasons[at];
      if (reason) this.#reasons[at] = change(reason);
    }
  }
}

const NOTHING: readonly Explanation[] = [];
