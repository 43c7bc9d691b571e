import { addDays, type PlainDate } from '../../calendar/plain-date.ts';
import type { RuleSet, RuleVariable, RuleVersion } from './rule-model.ts';

/** The version in force on a day; an open one ends the day before the next begins. */
export function findVersion(variable: RuleVariable, on: PlainDate): RuleVersion | undefined {
  return variable.versions
    .filter(({ from }) => from <= on)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))
    .slice(0, 1)
    .find(({ to }) => to === null || on <= to);
}

/** The first day of each stretch of days that is decided by the same versions. */
export function regimesOf({ variables }: RuleSet): readonly PlainDate[] {
  const days = variables.flatMap(({ versions }) =>
    versions.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)])),
  );
  return [...new Set(days)].sort();
}
