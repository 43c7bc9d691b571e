import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { determineFor } from '../run/ready-determine.ts';
import type { FactPlace } from './fact-keys.ts';

const LARGEST_TRIAL = 128;

/** Whether some answers make a variable known. Tried out where there are few; with figures it is taken to be so. */
export type CanDecide = (places: readonly FactPlace[], variable: string) => boolean;

/** For one household. What was tried for one variable is there for all others that hang on the same facts. */
export function trialsOf(rules: CheckedRules, values: Values, row: PolicyRow): CanDecide {
  const tried = new Map<string, Trials>();

  function trialsWith(places: readonly FactPlace[]): Trials {
    const key = places.map(({ id, index }) => `${id} ${index}`).join();
    const found = tried.get(key);
    if (found) return found;
    const answers = places.map(({ id }) => answersTo(id, rules));
    const count = answers.reduce((product, { length }) => product * length, 1);
    const made = { places, answers, count, done: [] };
    tried.set(key, made);
    return made;
  }

  /** What the household comes to with these answers. */
  function outcomeOf({ places, answers, done }: Trials, trial: number): Float64Array {
    const found = done[trial];
    if (found) return found;
    const copy = copyOf(values);
    let rest = trial;
    for (const [index, place] of places.entries()) {
      const options = answers[index] ?? [];
      put(copy, rules, place, options[rest % options.length] ?? Number.NaN);
      rest = Math.floor(rest / options.length);
    }
    determineFor(rules)(copy, row);
    done[trial] = copy.household;
    return copy.household;
  }

  return (places, variable) => {
    const trials = trialsWith(places);
    const entry = rules.catalogue.entries.get(variable);
    if (trials.count === 0 || trials.count > LARGEST_TRIAL || entry?.on !== 'household') return true;
    for (let trial = 0; trial < trials.count; trial += 1) {
      if (!Number.isNaN(outcomeOf(trials, trial)[entry.slot])) return true;
    }
    return false;
  };
}

interface Trials {
  readonly places: readonly FactPlace[];
  readonly answers: readonly (readonly number[])[];
  readonly count: number;
  /** The values of the household, in the order of the answers; tried when asked for. */
  readonly done: Float64Array[];
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
