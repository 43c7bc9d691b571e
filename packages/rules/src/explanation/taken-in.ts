import type { Formula } from './formula.ts';

/** Of choices the figure that was taken in the end; a choice that is not known, or told without figures, as it is. */
export function takenIn(formula: Formula | undefined): Formula | undefined {
  if (formula?.kind !== 'chosen' || formula.holds === null || formula.holds === 'unknown') return formula;
  return takenIn((formula.holds === 'yes' ? formula.ifSo : formula.otherwise) ?? undefined);
}
