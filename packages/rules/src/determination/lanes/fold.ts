import type { CoreOf, FoldKind } from '../core/core.ts';
import { isConstant, type Lanes, type LaneType } from './graph.ts';
import { lower, lowerFlag, type Place, type Sources } from './lower.ts';
import { and, isNever, not, or, select } from './masks.ts';
import { converted, type LaneValue, numberOfFlag, typeOf } from './values.ts';

/** What is taken together of the members of each household: one column in, one value for the household out. */
export interface Gathering {
  readonly how: 'some' | Exclude<FoldKind, 'some'>;
  readonly of: Lanes;
  readonly type: LaneType;
}

/** The gatherings a fold is made of; a part that is null is the same for every household. */
export interface FoldParts {
  readonly total: Gathering | null;
  /** Somebody's part is not known. */
  readonly open: Gathering | null;
  /** Somebody counts; null when it does not matter. */
  readonly counted: Gathering | null;
}

export function foldParts(core: CoreOf<'fold'>, place: Place, sources: Sources): FoldParts {
  const { graph } = place;
  const always = { holds: graph.truth(true), may: graph.truth(true) };
  const condition = core.condition ? lowerFlag(core.condition, place, sources) : always;
  // Whether one counts decides the result: not knowing it, nothing is known.
  const undecided = and(condition.may, not(condition.holds));
  const body = lower(core.body, place, sources);
  if (core.fold === 'some') {
    const { holds, may } = body.kind === 'flag' ? body : never(body);
    const counted = and(condition.holds, holds);
    return {
      total: some(counted),
      open: some(or(undecided, and(condition.holds, and(may, not(holds))))),
      counted: null,
    };
  }
  const number = body.kind === 'flag' ? numberOfFlag(body) : body;
  const lanes = converted(number.lanes, typeOf(core.body));
  const isOpen = core.fold !== 'sum' && (core.condition !== null || core.over === 'event');
  const outside = graph.constant(lanes.type, ABSENT[core.fold][lanes.type === 'mask' ? 'u8' : lanes.type]);
  const of = select(condition.holds, lanes, outside);
  return {
    total: isConstant(of, 0) && core.fold === 'sum' ? null : { how: core.fold, of, type: typeOf(core) },
    open: some(or(undecided, and(condition.holds, not(number.known)))),
    counted: isOpen ? some(condition.holds) : null,
  };
}

function some(of: Lanes): Gathering | null {
  return isNever(of) ? null : { how: 'some', of, type: 'mask' };
}

function never(_: LaneValue): never {
  throw new Error('some asks for a condition');
}

/** What somebody who does not count adds, by width. */
export const ABSENT: Readonly<Record<Exclude<FoldKind, 'some'>, Readonly<Record<'u8' | 'i32' | 'f64', number>>>> = {
  sum: { u8: 0, i32: 0, f64: 0 },
  least: { u8: 255, i32: 2 ** 31 - 1, f64: Number.POSITIVE_INFINITY },
  greatest: { u8: 0, i32: -(2 ** 31), f64: Number.NEGATIVE_INFINITY },
};
