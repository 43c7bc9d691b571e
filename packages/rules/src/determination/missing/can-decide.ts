import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import { instructionsFor } from '../instructions/instructions.ts';
import type { Determine } from '../run/closures.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { FactPlace } from './fact-sets.ts';

const LARGEST_TRIAL = 128;

/** Whether some answers make the variable known. Tried out where there are few; with figures it is taken to be so. */
export function canDecide(
  places: readonly FactPlace[],
  variable: string,
  asked: { readonly rules: CheckedRules; readonly values: Values; readonly row: PolicyRow },
): boolean {
  const { rules, values, row } = asked;
  const answers = places.map(({ id }) => answersTo(id, rules));
  const trials = answers.reduce((count, { length }) => count * length, 1);
  if (trials === 0 || trials > LARGEST_TRIAL) return true;
  const entry = rules.catalogue.entries.get(variable);
  if (entry?.on !== 'household') return true;
  const determine = determineFor(rules);
  for (let trial = 0; trial < trials; trial += 1) {
    const copy = copyOf(values);
    let rest = trial;
    for (const [index, place] of places.entries()) {
      const options = answers[index] ?? [];
      put(copy, rules, place, options[rest % options.length] ?? Number.NaN);
      rest = Math.floor(rest / options.length);
    }
    determine(copy, row);
    if (!Number.isNaN(copy.household[entry.slot])) return true;
  }
  return false;
}

const READY = new WeakMap<CheckedRules, Determine>();

function determineFor(rules: CheckedRules): Determine {
  const found = READY.get(rules) ?? instructionsFor(rules);
  READY.set(rules, found);
  return found;
}

/** None for figures and dates: there are too many. */
function answersTo(id: string, { catalogue }: CheckedRules): readonly number[] {
  const entry = catalogue.entries.get(id);
  if (entry?.unit === 'flag') return [0, 1];
  return entry?.unit === 'text' ? entry.options.map((option) => catalogue.codeNumbers.get(option) ?? 0) : [];
}

function copyOf({ household, person, event }: Values): Values {
  return {
    household: household.slice(),
    person: person.map((own) => own.slice()),
    event: event.map((own) => own.slice()),
  };
}

function put(values: Values, { catalogue }: CheckedRules, { id, on, index }: FactPlace, value: number): void {
  const own = on === 'household' ? values.household : values[on][index];
  const slot = catalogue.entries.get(id)?.slot;
  if (own && slot !== undefined) own[slot] = value;
}
