import { LIMITS } from '../limits.ts';
import { refusal } from '../problem.ts';
import type { Expression } from '../syntax/ast.ts';
import type { FeelDateTime } from '../temporal/moment.ts';
import type { Value } from '../value.ts';

/** What every part of the interpreter is given: the way back to it, its meter, and the time it is asked at. */
export interface Run {
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  readonly meter: Meter;
  readonly now: FeelDateTime | undefined;
}

/** Names visible at one place; the inner ones hide the outer ones. */
export interface Scope {
  readonly names: ReadonlyMap<string, Value>;
  readonly outer?: Scope;
  /** The value of `?`, inside tests. */
  readonly input?: Value;
}

/** Counts work, so that no expression runs on. */
export class Meter {
  #steps = 0;
  #depth = 0;

  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > LIMITS.steps) throw refusal('TOO_MUCH_WORK', `${LIMITS.steps} steps`);
  }

  within<T>(work: () => T): T {
    this.#depth += 1;
    if (this.#depth > LIMITS.depthOfWork) throw refusal('TOO_MUCH_WORK', `${LIMITS.depthOfWork} levels`);
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }
}
