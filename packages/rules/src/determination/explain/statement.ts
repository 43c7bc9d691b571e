import { explanationOf } from '../../explanation/build-explanation.ts';
import type { Explanation } from '../../explanation/explanation.ts';
import type { Formula, Who } from '../../explanation/formula.ts';
import { outcomeOf } from '../../explanation/three-valued.ts';

interface Stated {
  readonly id: string;
  readonly outcome: number;
  readonly formula: Formula;
  readonly children: readonly Explanation[];
  readonly who?: Who;
}

/** A statement of a rule has no name of its own: its formula is put in words. */
export function statement({ id, outcome, formula, children, who }: Stated): Explanation {
  return explanationOf({ id, label: NAMELESS, outcome: outcomeFrom(outcome), formula, children, who });
}

const NAMELESS = { zh: '', en: '' };

export function outcomeFrom(value: number): ReturnType<typeof outcomeOf> {
  return outcomeOf(Number.isNaN(value) ? null : value === 1);
}
