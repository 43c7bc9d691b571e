import type { CheckedRules } from '../check/check-rules.ts';
import { readValue, type Values } from '../facts/values.ts';
import { AREA_FACT } from '../place/area-fact.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import type { FactPlace } from './fact-keys.ts';
import { type MissingFacts, missingOf } from './missing-facts.ts';

/** For all programmes that are not yet decided: first what decides one with least, of these what matters to most. */
export function questionsFor(rules: CheckedRules, values: Values, row: PolicyRow): readonly FactPlace[] {
  const missing = missingOf(rules, values, row);
  const open = undecided(rules, values).flatMap(({ variable, index }) => missing(variable, index) ?? []);
  const hanging = whatHangsOn(open);
  const asked = new Set<FactPlace>(areaAwaited(open, row));
  let left = open.map(({ decisive }) => decisive);
  for (;;) {
    left = left.map((places) => places.filter((place) => !asked.has(place))).filter(({ length }) => length > 0);
    const least = Math.min(...left.map(({ length }) => length));
    const next = mostWanted(
      left.filter(({ length }) => length === least),
      hanging,
    );
    if (!next) break;
    for (const place of next) asked.add(place);
  }
  for (const { all } of open) for (const place of all) asked.add(place);
  return [...asked];
}

/** One answer everybody has, for every standard that differs between town and village. */
function areaAwaited(open: readonly MissingFacts[], { awaitingArea }: PolicyRow): readonly FactPlace[] {
  if (awaitingArea.size === 0) return [];
  for (const { all } of open) {
    const area = all.find(({ id }) => id === AREA_FACT);
    if (area) return [area];
  }
  return [];
}

/** What every programme hangs on for the household, or for each member or event; of a *no* nobody asks how much. */
function undecided(rules: CheckedRules, values: Values) {
  return rules.determinations.flatMap(({ eligible, amount }) => {
    const on = rules.catalogue.entries.get(eligible)?.on ?? 'household';
    const count = on === 'household' ? 1 : values[on].length;
    return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
      const isDue = readValue(rules, values, eligible, index) !== false;
      const variables = amount === null || !isDue ? [eligible] : [eligible, amount];
      return variables.map((variable) => ({ variable, index }));
    });
  });
}

/** By place among the open ones. */
type Hanging = ReadonlyMap<FactPlace, readonly number[]>;

function whatHangsOn(open: readonly MissingFacts[]): Hanging {
  const hanging = new Map<FactPlace, number[]>();
  for (const [index, { all }] of open.entries()) {
    for (const place of all) {
      const found = hanging.get(place);
      if (found) found.push(index);
      else hanging.set(place, [index]);
    }
  }
  return hanging;
}

/** Of equally short sets of facts the first that most programmes hang on. */
function mostWanted(sets: readonly (readonly FactPlace[])[], hanging: Hanging): readonly FactPlace[] | undefined {
  let most = 0;
  let found: readonly FactPlace[] | undefined;
  for (const places of sets) {
    const [only] = places;
    const count =
      places.length === 1 && only
        ? (hanging.get(only)?.length ?? 0)
        : new Set(places.flatMap((place) => hanging.get(place) ?? [])).size;
    if (found && count <= most) continue;
    most = count;
    found = places;
  }
  return found;
}
