import type { Catalogue } from '../check/catalogue.ts';
import type { CheckedRules } from '../check/check-rules.ts';
import { readValue, type Values } from '../facts/values.ts';
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
  return missingFrom(readyFor(rules, values, row)(variable, index), variable, { rules, values, row });
}

/** What several programmes hang on is looked at once. Whoever puts another fact among the values makes new ones. */
function readyFor(rules: CheckedRules, values: Values, row: PolicyRow): ReturnType<typeof decidingFor> {
  const found = READY.get(values);
  if (found?.row === row) return found.deciding;
  const deciding = decidingFor(rules, values, row);
  READY.set(values, { row, deciding });
  return deciding;
}

const READY = new WeakMap<Values, { readonly row: PolicyRow; readonly deciding: ReturnType<typeof decidingFor> }>();

interface Asked {
  readonly rules: CheckedRules;
  readonly values: Values;
  readonly row: PolicyRow;
}

function missingFrom(deciding: Deciding, variable: string, asked: Asked): MissingFacts | undefined {
  const { all, parameters } = deciding;
  const sets = waysToDecide(deciding);
  if (sets.some((set) => set.size === 0)) return undefined;
  const listed = sets.map((set) => [...set]);
  const rank = rankOf(asked.rules);
  const inOrder = (keys: Iterable<FactKey>) => [...keys].sort((one, other) => rank(one) - rank(other));
  const weight = (keys: readonly FactKey[]) => keys.reduce((sum, key) => sum + rank(key), 0);
  listed.sort((one, other) => one.length - other.length || weight(one) - weight(other));
  // Trying out costs a determination for each answer: the first that can is the one to ask for.
  const first = listed.findIndex((set) => canDecide(set.map(placeFrom), variable, asked));
  const decisive = listed[first] ?? [];
  const later = first < 0 ? [] : listed.slice(first + 1);
  const order = new Set([...inOrder(decisive), ...later.flatMap(inOrder), ...inOrder(all)]);
  return {
    variable,
    decisive: inOrder(decisive).map(placeFrom),
    all: [...order].map(placeFrom),
    parameters: [...parameters],
  };
}

/** As the facts are declared; of several members the first one first. */
function rankOf({ catalogue }: CheckedRules): (key: FactKey) => number {
  const { ids, ranks } = ORDERS.get(catalogue) ?? orderOf(catalogue);
  return (key) => {
    const found = ranks.get(key);
    if (found !== undefined) return found;
    const { id, index } = placeFrom(key);
    const rank = index * ids.size + (ids.get(id) ?? 0);
    ranks.set(key, rank);
    return rank;
  };
}

interface Order {
  readonly ids: ReadonlyMap<string, number>;
  /** Each fact of each member once, however many households ask. */
  readonly ranks: Map<FactKey, number>;
}

const ORDERS = new WeakMap<Catalogue, Order>();

function orderOf(catalogue: Catalogue): Order {
  const order = { ids: new Map([...catalogue.entries.keys()].map((id, index) => [id, index])), ranks: new Map() };
  ORDERS.set(catalogue, order);
  return order;
}

const READ = new Map<FactKey, FactPlace>();
const MOST_READ = 20_000;

function placeFrom(key: FactKey): FactPlace {
  const found = READ.get(key);
  if (found) return found;
  if (READ.size >= MOST_READ) READ.clear();
  const place = readKey(key);
  READ.set(key, place);
  return place;
}

function readKey(key: FactKey): FactPlace {
  const [on = '', index = '', id = ''] = key.split(' ');
  // Keys are made of entries, whose scope it is.
  return { id, on: on as RuleScope, index: Number(index) };
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

/** For all programmes that are not yet decided: first what decides one with least, of these what matters to most. */
export function questionsFor(rules: CheckedRules, values: Values, row: PolicyRow): readonly FactPlace[] {
  const deciding = readyFor(rules, values, row);
  const open: readonly MissingFacts[] = undecided(rules, values).flatMap(
    ({ variable, index }) => missingFrom(deciding(variable, index), variable, { rules, values, row }) ?? [],
  );
  const keyed = open.map(({ decisive, all }) => ({ decisive: decisive.map(keyOf), all: new Set(all.map(keyOf)) }));
  const asked = new Set<FactKey>();
  for (;;) {
    const left = keyed
      .map(({ decisive }) => decisive.filter((key) => !asked.has(key)))
      .filter(({ length }) => length > 0);
    const least = Math.min(...left.map(({ length }) => length));
    const next = mostWanted(
      left.filter(({ length }) => length === least),
      keyed,
    );
    if (!next) break;
    for (const key of next) asked.add(key);
  }
  for (const { all } of keyed) for (const key of all) asked.add(key);
  return [...asked].map(placeFrom);
}

/** Of equally short sets of facts the first that most programmes hang on. */
function mostWanted(
  sets: readonly (readonly FactKey[])[],
  open: readonly { readonly all: ReadonlySet<FactKey> }[],
): readonly FactKey[] | undefined {
  const wanted = new Map<readonly FactKey[], number>();
  for (const keys of sets) wanted.set(keys, open.filter(({ all }) => keys.some((key) => all.has(key))).length);
  return [...wanted].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

function keyOf({ on, index, id }: FactPlace): FactKey {
  return `${on} ${index} ${id}`;
}
