import type { CheckedRules } from '../check/check-rules.ts';
import type { Values } from '../facts/values.ts';
import { AREA_FACT } from '../place/area-fact.ts';
import type { PolicyRow } from '../run/policy-row.ts';
import { blankFor } from './blank.ts';
import { type Seen, type Trying, trialsOf } from './can-decide.ts';
import { decidingFor } from './deciding.ts';
import { type FactKey, type FactKeys, type FactPlace, factKeysOf } from './fact-keys.ts';
import { type Deciding, hasOneSide, type Side, sideOf, waysToDecide } from './fact-sets.ts';

/** Why a variable is not known, and what to ask. */
export interface MissingFacts {
  readonly variable: string;
  /** The fewest facts that can decide it; empty when no fact can, since a figure of the policy is missing. */
  readonly decisive: readonly FactPlace[];
  /** What their answers can make of it at once; null where that may be either, and of figures. */
  readonly towards: Side | null;
  /** Some of their answers were seen to; otherwise they only may. */
  readonly isTried: boolean;
  /** Every fact that can still matter, in the order that asks least: the decisive ones first. */
  readonly all: readonly FactPlace[];
  /** Parameters without a value and rules without a version on the day. */
  readonly parameters: readonly string[];
  /** Without these no facts at all make it so, or none make it not so. */
  readonly needsParameters: boolean;
}

/** Undefined when the variable is known. The values must have been determined. */
export function findMissingFacts(
  rules: CheckedRules,
  values: Values,
  row: PolicyRow,
  variable: string,
  index = 0,
): MissingFacts | undefined {
  return missingOf(rules, values, row)(variable, index);
}

export type MissingOf = (variable: string, index: number) => MissingFacts | undefined;

/** What several programmes hang on is looked at once. Whoever puts another fact among the values makes new ones. */
export function missingOf(rules: CheckedRules, values: Values, row: PolicyRow): MissingOf {
  const found = READY.get(values);
  if (found?.row === row) return found.of;
  const findBlank = blankFor(rules, values, row);
  const deciding = decidingFor(rules)(values, row, findBlank);
  const trying = trialsOf(rules, values, row);
  const { placeOf, keyOf } = factKeysOf(rules.catalogue);
  const isFlag = (variable: string) => rules.catalogue.entries.get(variable)?.unit === 'flag';
  const area = rules.catalogue.entries.get(AREA_FACT);
  const awaited = { of: row.awaitingArea, area: area && placeOf(keyOf(area, 0)) };
  const known = new Map<string, MissingFacts | undefined>();
  const of: MissingOf = (variable, index) => {
    const key = `${variable} ${index}`;
    const there = findBlank(variable)?.missing ?? known;
    if (!there.has(key))
      there.set(key, missingFrom(deciding(variable, index), [variable, index], { trying, isFlag, placeOf, awaited }));
    return there.get(key);
  };
  READY.set(values, { row, of });
  return of;
}

const READY = new WeakMap<Values, { readonly row: PolicyRow; readonly of: MissingOf }>();

interface Asked {
  readonly trying: Trying;
  readonly isFlag: (variable: string) => boolean;
  readonly placeOf: FactKeys['placeOf'];
  /** Parameters that wait for the area, and the fact that says it. */
  readonly awaited: { readonly of: ReadonlySet<string>; readonly area: FactPlace | undefined };
}

function missingFrom(
  deciding: Deciding,
  [variable, index]: readonly [string, number],
  asked: Asked,
): MissingFacts | undefined {
  const { trying, placeOf, isFlag } = asked;
  const { all, parameters } = deciding;
  const sets = waysToDecide(deciding);
  if (sets.some((set) => set.length === 0)) return undefined;
  const sorted = sets.toSorted((one, other) => one.length - other.length || weightOf(one) - weightOf(other));
  // Trying out costs a determination for each answer: the first that can is the one to ask for.
  const decides = (keys: readonly FactKey[]) => trying.canDecide(keys.map(placeOf), variable, index);
  const first = sorted.findIndex(decides);
  const decisive = sorted[first] ?? (sets.length > 0 && parameters.size === 0 ? fewestTogether(all, decides) : []);
  const later = first < 0 ? [] : sorted.slice(first + 1).flat();
  const front = new Set([...decisive, ...later]);
  const side = sideOf(deciding, decisive);
  const mayBeEither = side === null && isFlag(variable);
  const seen = decisive.length > 0 ? trying.outcomes(decisive.map(placeOf), variable, index, mayBeEither) : NONE;
  const isTried = seen.values.size > 0;
  const towards = isTried && isFlag(variable) ? sideSeen(seen, side) : side;
  const rest = all.filter((key) => !front.has(key));
  const found = {
    decisive: decisive.map(placeOf),
    towards,
    isTried,
    all: [...front, ...rest].map(placeOf),
    parameters: [...parameters],
    needsParameters: hasOneSide(deciding),
  };
  return { variable, ...withArea(found, asked.awaited) };
}

/** A figure that waits for the area is none the policy lacks: the area is asked, with all others where these are few. */
function withArea(
  found: Omit<MissingFacts, 'variable'>,
  { of, area }: Asked['awaited'],
): Omit<MissingFacts, 'variable'> {
  const parameters = found.parameters.filter((id) => !of.has(id));
  if (!area || parameters.length === found.parameters.length) return found;
  // Whether it is enough with these is seen when the area is said.
  const waiting = { ...found, parameters, needsParameters: false };
  const { decisive } = found;
  if (decisive.includes(area)) return waiting;
  const others = found.all.filter((place) => place !== area);
  const isDecisive = decisive.length === 0 && parameters.length === 0 && others.length < MOST_TOGETHER;
  return {
    ...waiting,
    decisive: isDecisive ? [area, ...others] : decisive,
    isTried: found.isTried && !isDecisive,
    all: [...others.slice(0, decisive.length), area, ...others.slice(decisive.length)],
  };
}

/** Where no side alone decides, all of them may: whatever is not needed is left out, what is asked last first. */
function fewestTogether(all: readonly FactKey[], decides: (keys: readonly FactKey[]) => boolean): readonly FactKey[] {
  if (all.length > MOST_TOGETHER || !decides(all)) return [];
  return all.toReversed().reduce<readonly FactKey[]>((kept, key) => {
    const others = kept.filter((one) => one !== key);
    return others.length > 0 && decides(others) ? others : kept;
  }, all);
}

/** More would be a form, not a question. */
const MOST_TOGETHER = 7;

const NONE: Seen = { values: new Set(), isAll: false };

/** What was seen; where more answers may make it the other, no more than that it is decided. */
function sideSeen({ values, isAll }: Seen, side: Side | null): Side | null {
  const [yes, no] = [values.has(1), values.has(0)];
  if (yes === no || (!isAll && side === null)) return null;
  return yes ? 'yes' : 'no';
}

function weightOf(keys: readonly FactKey[]): number {
  return keys.reduce((sum, key) => sum + key, 0);
}
