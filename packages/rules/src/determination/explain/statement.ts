import type { Explanation } from '../../explanation/explanation.ts';
import type { Formula } from '../../explanation/formula.ts';
import { outcomeOf } from '../../explanation/three-valued.ts';

interface Stated {
  readonly id: string;
  readonly outcome: number;
  readonly formula: Formula;
  readonly children: readonly Explanation[];
}

/** A statement of a rule has no name of its own: its formula is put in words. */
export function statement({ id, outcome, formula, children }: Stated): Explanation {
  return { ...NAMELESS, id, outcome: outcomeFrom(outcome), formula, children };
}

const NAMELESS = { label: { zh: '', en: '' }, value: null, unit: null, per: null, source: null } as const;

export function outcomeFrom(value: number): ReturnType<typeof outcomeOf> {
  return outcomeOf(Number.isNaN(value) ? null : value === 1);
}
