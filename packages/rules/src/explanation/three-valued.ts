import type { Outcome } from './explanation.ts';

export function outcomeOf(holds: boolean | null | undefined): Outcome {
  if (holds === null || holds === undefined) return 'unknown';
  return holds ? 'yes' : 'no';
}

/** One "no" decides, whatever is unknown. */
export function allHold(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('no')) return 'no';
  return outcomes.includes('unknown') ? 'unknown' : 'yes';
}

/** One "yes" decides, whatever is unknown. */
export function anyHolds(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('yes')) return 'yes';
  return outcomes.includes('unknown') ? 'unknown' : 'no';
}

export function negated(outcome: Outcome): Outcome {
  if (outcome === 'unknown') return 'unknown';
  return outcome === 'yes' ? 'no' : 'yes';
}
