import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { isAnyOf, knownFacts, usedFactsOf } from './fact-bits.ts';
import type { Deciding } from './fact-sets.ts';
import type { MissingFacts } from './missing-facts.ts';

/**
 * What is missing where nothing is known yet of all that a variable hangs on: the same for every household of so many
 * members and events, and worked out once. Whoever begins to answer finds most of it there; nobody's answers are kept.
 */
export interface Blank {
  readonly deciding: Map<number, Deciding>;
  readonly missing: Map<string, MissingFacts | undefined>;
}

/** Undefined for a variable of which some fact is known. */
export type FindBlank = (variable: string) => Blank | undefined;

export function blankFor(rules: CheckedRules, values: Values, row: PolicyRow): FindBlank {
  const members = values.person.length;
  const events = values.event.length;
  // Of the larger ones it would take much memory, and they are few.
  if (members + events > LARGEST) return () => undefined;
  const blank = findKept(row, members, events);
  const used = usedFactsOf(rules);
  const known = knownFacts(rules, values);
  return (variable) => {
    const facts = used.get(variable);
    return facts && !isAnyOf(facts, known) ? blank : undefined;
  };
}

const LARGEST = 8;

interface Kept extends Blank {
  readonly row: PolicyRow;
  readonly members: number;
  readonly events: number;
}

/** The last ones used, over all rules: days and sizes that somebody makes up push each other out. */
const kept: Kept[] = [];
const MOST_KEPT = 32;

function findKept(row: PolicyRow, members: number, events: number): Kept {
  const at = kept.findIndex((one) => one.row === row && one.members === members && one.events === events);
  const found = kept[at];
  if (found) kept.splice(at, 1);
  const used = found ?? { row, members, events, deciding: new Map(), missing: new Map() };
  kept.unshift(used);
  kept.length = Math.min(kept.length, MOST_KEPT);
  return used;
}
