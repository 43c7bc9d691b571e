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
  /** Those of them that may be written in several ways, or look like a path or a sum. */
  readonly special: readonly string[];
  /** Nobody here or further out has a special name. */
  readonly isPlain: boolean;
  /** In a filter: whether any element has the name, which is null then for those that have not. */
  readonly isOfElement: ((name: string) => boolean) | undefined;
  /** The value of `?`, inside tests. */
  readonly input: Value | undefined;
  readonly outer: Scope | undefined;
}

/** Counts work, so that no expression runs on. */
export class Meter {
  #steps = 0;
  #depth = 0;

  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > LIMITS.steps) throw refusal('TOO_MUCH_WORK', `${LIMITS.steps} steps`);
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > LIMITS.depthOfWork) throw refusal('TOO_MUCH_WORK', `${LIMITS.depthOfWork} levels`);
  }

  leave(): void {
    this.#depth -= 1;
  }
}
