import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { canDecide } from './can-decide.ts';
import { decidingFor } from './deciding.ts';
import { type Deciding, type FactKey, type FactPlace, waysToDecide } from './fact-sets.ts';

/** Why a variable is not known, and what to ask. */
export interface MissingFacts {
  readonly variable: string;
  /** The fewest facts that can decide it; empty when no fact can, since a figure of the policy is missing. */
  readonly decisive: readonly FactPlace[];
  /** Every fact that can still matter, in the order that asks least: the decisive ones first. */
  readonly all: readonly FactPlace[];
  /** Parameters without a value on the day. */
  readonly parameters: readonly string[];
}

/** Undefined when the variable is known. The values must have been determined. */
export function findMissingFacts(
  rules: CheckedRules,
  values: Values,
  row: PolicyRow,
  variable: string,
  index = 0,
): MissingFacts | undefined {
  return missingFrom(decidingFor(rules, values, row)(variable, index), variable, { rules, values, row });
}

interface Asked {
  readonly rules: CheckedRules;
  readonly values: Values;
  readonly row: PolicyRow;
}

function missingFrom(deciding: Deciding, variable: string, asked: Asked): MissingFacts | undefined {
  const { all, parameters } = deciding;
  const sets = waysToDecide(deciding);
  if (sets.some((set) => set.size === 0)) return undefined;
  const able = sets.map((set) => [...set]).filter((set) => canDecide(set.map(placeFrom), variable, asked));
  const rank = rankOf(asked.rules);
  const inOrder = (keys: Iterable<FactKey>) => [...keys].sort((one, other) => rank(one) - rank(other));
  const weight = (keys: readonly FactKey[]) => keys.reduce((sum, key) => sum + rank(key), 0);
  able.sort((one, other) => one.length - other.length || weight(one) - weight(other));
  const [decisive = []] = able;
  const order = new Set([...able.flatMap(inOrder), ...inOrder(all)]);
  return {
    variable,
    decisive: inOrder(decisive).map(placeFrom),
    all: [...order].map(placeFrom),
    parameters: [...parameters],
  };
}

/** As the facts are declared; of several members the first one first. */
function rankOf({ catalogue }: CheckedRules): (key: FactKey) => number {
  const ids = new Map([...catalogue.entries.keys()].map((id, index) => [id, index]));
  return (key) => {
    const { id, index } = placeFrom(key);
    return index * ids.size + (ids.get(id) ?? 0);
  };
}

function placeFrom(key: FactKey): FactPlace {
  const [on = '', index = '', id = ''] = key.split(' ');
  // Keys are made of entries, whose scope it is.
  return { id, on: on as RuleScope, index: Number(index) };
}

/** For all programmes that are not yet decided: first what decides one with least, of these what matters to most. */
export function questionsFor(rules: CheckedRules, values: Values, row: PolicyRow): readonly FactPlace[] {
  const deciding = decidingFor(rules, values, row);
  const open: readonly MissingFacts[] = rules.determinations
    .flatMap(({ eligible, amount }) => (amount === null ? [eligible] : [eligible, amount]))
    .flatMap((variable) => missingFrom(deciding(variable), variable, { rules, values, row }) ?? []);
  const asked = new Map<FactKey, FactPlace>();
  const keyOf = ({ on, index, id }: FactPlace) => `${on} ${index} ${id}`;
  const left = (one: MissingFacts) => one.decisive.filter((place) => !asked.has(keyOf(place)));
  const matters = (places: readonly FactPlace[]) =>
    open.filter(({ all }) => all.some((one) => places.some((place) => keyOf(place) === keyOf(one)))).length;
  for (;;) {
    const next = open
      .filter((one) => left(one).length > 0)
      .toSorted((one, other) => left(one).length - left(other).length || matters(left(other)) - matters(left(one)))[0];
    if (!next) break;
    for (const place of left(next)) asked.set(keyOf(place), place);
  }
  for (const place of open.flatMap(({ all }) => all)) asked.set(keyOf(place), place);
  return [...asked.values()];
}
