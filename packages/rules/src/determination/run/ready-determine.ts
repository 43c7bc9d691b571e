import type { CheckedRules } from '../check/check-rules.ts';
import { instructionsFor } from '../instructions/instructions.ts';
import type { Determine } from './closures.ts';

const READY = new WeakMap<CheckedRules, Determine>();

/** The way rules were made ready in is used again, where answers are tried out: generated code is several times faster. */
export function keepDetermine(rules: CheckedRules, run: Determine): void {
  READY.set(rules, run);
}

/** As they were made ready; without that by instructions, which need no generated code. */
export function determineFor(rules: CheckedRules): Determine {
  const found = READY.get(rules) ?? instructionsFor(rules);
  READY.set(rules, found);
  return found;
}
