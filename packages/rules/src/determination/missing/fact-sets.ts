import type { RuleScope } from '../model/rule-model.ts';

/** A fact of the household (index 0), of the member or of the event at an index. */
export interface FactPlace {
  readonly id: string;
  readonly on: RuleScope;
  readonly index: number;
}

/** `person 3 income`; sorts as it is to be asked: household first, then by member. */
export type FactKey = string;
type FactSet = ReadonlySet<FactKey>;

type FactSets = readonly FactSet[];

/**
 * What could make something known: each set of `yes` may make a flag true, each of `no` false, whatever else
 * stays unknown; of figures and codes the two are the same. None when only a missing parameter or rule could.
 */
export interface Deciding {
  readonly yes: FactSets;
  readonly no: FactSets;
  /** The facts it can still depend on. */
  readonly all: FactSet;
  /** Parameters without a value on the day. */
  readonly parameters: FactSet;
}

const NOTHING: FactSet = new Set();
const AT_ONCE: FactSets = [NOTHING];

export const BEYOND_FACTS: Deciding = { yes: [], no: [], all: NOTHING, parameters: NOTHING };
const KNOWN: Deciding = { ...BEYOND_FACTS, yes: AT_ONCE, no: AT_ONCE };
const KNOWN_YES: Deciding = { ...BEYOND_FACTS, yes: AT_ONCE };
const KNOWN_NO: Deciding = { ...BEYOND_FACTS, no: AT_ONCE };

/** Beyond so many sets the longer ones are dropped: they would hardly be the shortest. */
const LARGEST_FAMILY = 8;

export function known(value: number, isFlag: boolean): Deciding {
  if (!isFlag) return KNOWN;
  return value === 1 ? KNOWN_YES : KNOWN_NO;
}

export function byFact(key: FactKey): Deciding {
  const only = new Set([key]);
  return { yes: [only], no: [only], all: only, parameters: NOTHING };
}

export function byParameter(id: string): Deciding {
  return { ...BEYOND_FACTS, parameters: new Set([id]) };
}

/** The shortest sets that decide either way. */
export function waysToDecide({ yes, no }: Deciding): FactSets {
  return either(yes, no);
}

export function negated({ yes, no, ...rest }: Deciding): Deciding {
  return { ...rest, yes: no, no: yes };
}

/** Figures: all of them are needed. What comes of them may be true or false. */
export function allNeeded(parts: readonly Deciding[]): Deciding {
  const sets = parts.reduce((before, part) => both(before, waysToDecide(part)), AT_ONCE);
  return { ...together(parts), yes: sets, no: sets };
}

/** True when all are true, false when one is false. */
export function everyHolds(parts: readonly Deciding[]): Deciding {
  return {
    ...together(parts),
    yes: parts.reduce<FactSets>((before, { yes }) => both(before, yes), AT_ONCE),
    no: parts.reduce<FactSets>((before, { no }) => either(before, no), []),
  };
}

export function someHolds(parts: readonly Deciding[]): Deciding {
  return negated(everyHolds(parts.map(negated)));
}

/** The branch the condition chooses, or what both branches agree on. */
export function choice(condition: Deciding, then: Deciding, otherwise: Deciding, isFlag: boolean): Deciding {
  const way = (side: 'yes' | 'no') => {
    const chosen = either(both(condition.yes, then[side]), both(condition.no, otherwise[side]));
    return isFlag ? either(chosen, both(then[side], otherwise[side])) : chosen;
  };
  return { ...together([condition, then, otherwise]), yes: way('yes'), no: way('no') };
}

/** Counted when the condition holds, nothing when it does not. */
export function counted(condition: Deciding, value: Deciding): Deciding {
  const sets = either(condition.no, both(condition.yes, waysToDecide(value)));
  return { ...together([condition, value]), yes: sets, no: sets };
}

/** The first that holds; those before it must not. */
export function firstThatHolds(conditions: readonly Deciding[]): Deciding {
  let before: FactSets = AT_ONCE;
  let sets: FactSets = [];
  for (const { yes, no } of conditions) {
    sets = either(sets, both(before, yes));
    before = both(before, no);
  }
  return { ...together(conditions), yes: sets, no: sets };
}

function either(one: FactSets, other: FactSets): FactSets {
  if (one.length === 0 || one === other) return other;
  if (other.length === 0) return one;
  return shortest([...one, ...other]);
}

function both(one: FactSets, other: FactSets): FactSets {
  if (one === AT_ONCE) return other;
  if (other === AT_ONCE) return one;
  if (one.length === 0 || other.length === 0) return [];
  return shortest(one.flatMap((left) => other.map((right) => new Set([...left, ...right]))));
}

function together(parts: readonly Deciding[]): Pick<Deciding, 'all' | 'parameters'> {
  return { all: union(parts.map(({ all }) => all)), parameters: union(parts.map(({ parameters }) => parameters)) };
}

function union(sets: readonly FactSet[]): FactSet {
  const [first = NOTHING, ...others] = sets.filter(({ size }) => size > 0);
  if (others.length === 0) return first;
  const made = new Set(first);
  for (const set of others) for (const key of set) made.add(key);
  return made;
}

/** Without those that contain another, the shortest first. */
function shortest(sets: FactSets): FactSets {
  const kept: FactSet[] = [];
  for (const set of sets.toSorted((one, other) => one.size - other.size)) {
    if (kept.length >= LARGEST_FAMILY) break;
    if (!kept.some((shorter) => [...shorter].every((key) => set.has(key)))) kept.push(set);
  }
  return kept;
}
