import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { determineFor } from '../run/ready-determine.ts';
import type { FactPlace } from './fact-keys.ts';

/** A determination for each. Where there are more, or figures and days among them, the least and the most are tried. */
const MOST_TRIALS = 32;

/** What answers make of a variable, tried out: all of them where there are few, of figures and days the outermost. */
export interface Trying {
  /** Whether some make it known; taken to be so where not all can be tried. */
  readonly canDecide: (places: readonly FactPlace[], variable: string, index: number) => boolean;
  /** As few are tried as tell: the first that makes it known, unless it may become either. */
  readonly outcomes: (places: readonly FactPlace[], variable: string, index: number, mayBeEither: boolean) => Seen;
}

/** What some answers were seen to make of a variable. */
export interface Seen {
  readonly values: ReadonlySet<number>;
  /** There are no other answers. */
  readonly isAll: boolean;
}

/** For one household. What was tried for one variable is there for all others that hang on the same facts. */
export function trialsOf(rules: CheckedRules, values: Values, row: PolicyRow): Trying {
  const tried = new Map<string, Trials>();

  function trialsWith(places: readonly FactPlace[]): Trials {
    const key = places.map(({ id, index }) => `${id} ${index}`).join();
    const found = tried.get(key);
    if (found) return found;
    const answers = places.map(({ id }) => answersTo(id, rules, row));
    const count = answers.reduce((product, { length }) => product * length, 1);
    const areAll = count <= MOST_TRIALS && places.every(({ id }) => hasFewAnswers(id, rules));
    const made = { places, answers, count, areAll, done: new Map<number, Values>() };
    tried.set(key, made);
    return made;
  }

  /** What the household comes to with these answers. */
  function outcomeOf({ places, answers, done }: Trials, trial: number): Values {
    const found = done.get(trial);
    if (found) return found;
    const copy = copyOf(values);
    let rest = trial;
    for (const [index, place] of places.entries()) {
      const options = answers[index] ?? [];
      put(copy, rules, place, options[rest % options.length] ?? Number.NaN);
      rest = Math.floor(rest / options.length);
    }
    determineFor(rules)(copy, row);
    done.set(trial, copy);
    return copy;
  }

  /** One after the other, as far as somebody asks. */
  function* outcomes(trials: Trials, variable: string, index: number): Generator<number> {
    const entry = rules.catalogue.entries.get(variable);
    const { count, areAll } = trials;
    // Each is the next one, or the last at once.
    const step = areAll ? 1 : Math.max(1, count - 1);
    for (let trial = 0; trial < count; trial += step) {
      const came = outcomeOf(trials, trial);
      const own = entry?.on === 'household' ? came.household : came[entry?.on ?? 'person'][index];
      yield own?.[entry?.slot ?? -1] ?? Number.NaN;
    }
  }

  return {
    canDecide: (places, variable, index) => {
      const trials = trialsWith(places);
      if (!trials.areAll) return true;
      for (const value of outcomes(trials, variable, index)) if (!Number.isNaN(value)) return true;
      return false;
    },
    outcomes: (places, variable, index, mayBeEither) => {
      const trials = trialsWith(places);
      const seen = new Set<number>();
      for (const value of outcomes(trials, variable, index)) {
        if (!Number.isNaN(value)) seen.add(value);
        if (seen.size > (mayBeEither && trials.areAll ? 1 : 0)) break;
      }
      return { values: seen, isAll: trials.areAll };
    },
  };
}

interface Trials {
  readonly places: readonly FactPlace[];
  readonly answers: readonly (readonly number[])[];
  readonly count: number;
  readonly areAll: boolean;
  /** What comes of each, in the order of the answers; tried when asked for. */
  readonly done: Map<number, Values>;
}

function hasFewAnswers(id: string, { catalogue }: CheckedRules): boolean {
  const unit = catalogue.entries.get(id)?.unit;
  return unit === 'flag' || unit === 'text';
}

/** Of a figure or a day the least and the most there may be. */
function answersTo(id: string, { catalogue }: CheckedRules, { today }: PolicyRow): readonly number[] {
  const entry = catalogue.entries.get(id);
  if (!entry) return [];
  if (entry.unit === 'flag') return [0, 1];
  if (entry.unit === 'text') return entry.options.map((option) => catalogue.codeNumbers.get(option) ?? 0);
  return [entry.range.low, entry.past ? today : entry.range.high];
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
