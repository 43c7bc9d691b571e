import type { FactKey } from './fact-keys.ts';
import { isWithin, type SortedSet, union } from './sorted-set.ts';

type FactSets = readonly SortedSet[];

/**
 * What could make something known: each set of `yes` may make a flag true, each of `no` false, whatever else
 * stays unknown; of figures and codes the two are the same. None when only a missing parameter or rule could.
 */
export interface Deciding {
  readonly yes: FactSets;
  readonly no: FactSets;
  /** The facts it can still depend on. */
  readonly all: SortedSet;
  /** Parameters without a value and rules without a version on the day. */
  readonly parameters: ReadonlySet<string>;
}

const NOTHING: SortedSet = [];
const AT_ONCE: FactSets = [NOTHING];
const NO_PARAMETERS: ReadonlySet<string> = new Set();

export const BEYOND_FACTS: Deciding = { yes: [], no: [], all: NOTHING, parameters: NO_PARAMETERS };
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
  const only = [key];
  const sets = [only];
  return { yes: sets, no: sets, all: only, parameters: NO_PARAMETERS };
}

/** Only the policy can: it has no value of the parameter, or no version of the rule, on the day. */
export function byPolicy(id: string): Deciding {
  return { ...BEYOND_FACTS, parameters: new Set([id]) };
}

export type Side = 'yes' | 'no';

/** The one side that a set can decide for; null for both, and for neither. */
export function sideOf({ yes, no }: Deciding, facts: SortedSet): Side | null {
  const decides = (sets: FactSets) => sets.some((set) => isWithin(set, facts));
  const [isYes, isNo] = [decides(yes), decides(no)];
  if (isYes === isNo) return null;
  return isYes ? 'yes' : 'no';
}

/** Whether facts can make it so, or not so, but not both; or neither. */
export function hasOneSide({ yes, no }: Deciding): boolean {
  return yes.length === 0 || no.length === 0;
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
  let [yes, no]: [FactSets, FactSets] = [AT_ONCE, []];
  for (const part of parts) [yes, no] = [both(yes, part.yes), either(no, part.no)];
  return { ...together(parts), yes, no };
}

export function someHolds(parts: readonly Deciding[]): Deciding {
  let [yes, no]: [FactSets, FactSets] = [[], AT_ONCE];
  for (const part of parts) [yes, no] = [either(yes, part.yes), both(no, part.no)];
  return { ...together(parts), yes, no };
}

/** The branch the condition chooses, or what both branches agree on. */
export function choice(condition: Deciding, then: Deciding, otherwise: Deciding, isFlag: boolean): Deciding {
  const way = (side: Side) => {
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
  if (one.length === 0 || other.length === 0) return NEVER;
  const sets: SortedSet[] = [];
  for (const left of one) for (const right of other) sets.push(union(left, right));
  return shortest(sets);
}

const NEVER: FactSets = [];

function together(parts: readonly Deciding[]): Pick<Deciding, 'all' | 'parameters'> {
  let all = NOTHING;
  let parameters = NO_PARAMETERS;
  for (const part of parts) {
    all = union(all, part.all);
    if (part.parameters.size > 0) parameters = new Set([...parameters, ...part.parameters]);
  }
  return { all, parameters };
}

/** Without those that contain another, the shortest first. */
function shortest(sets: SortedSet[]): FactSets {
  const kept: SortedSet[] = [];
  for (const set of byLength(sets)) {
    if (kept.length >= LARGEST_FAMILY) break;
    if (!kept.some((shorter) => shorter === set || isWithin(shorter, set))) kept.push(set);
  }
  return kept;
}

/** Most have one or two facts, and stand in order already. */
function byLength(sets: SortedSet[]): SortedSet[] {
  for (let at = 1; at < sets.length; at += 1) {
    if ((sets[at]?.length ?? 0) < (sets[at - 1]?.length ?? 0))
      return sets.sort((one, other) => one.length - other.length);
  }
  return sets;
}
