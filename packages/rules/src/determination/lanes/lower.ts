import type { Core, CoreOf } from '../core/core.ts';
import type { Loops } from '../generated/row-only.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { calculate, compared, comparedLanes } from './arithmetic.ts';
import { DATE_LANES } from './dates.ts';
import { divided } from './division.ts';
import type { Graph, Lanes } from './graph.ts';
import { and, isAlways, isNever, not, or, select } from './masks.ts';
import { monthSides } from './months.ts';
import {
  converted,
  type FlagLanes,
  flagLanes,
  type LaneValue,
  type NumberLanes,
  numberLanes,
  numberOfFlag,
  typeOf,
  unknownFlag,
  unknownNumber,
  widest,
} from './values.ts';

/** Where an expression is computed: for the elements of a graph's scope, seen as those of a variable or of a loop. */
export interface Place {
  readonly graph: Graph;
  readonly own: RuleScope;
  readonly loops: Loops;
}

/** Where the values come from that an expression is made of. */
export interface Sources {
  readonly read: (core: CoreOf<'read'>, place: Place) => LaneValue;
  /** Undefined when the part depends on more than the policy row. */
  readonly figure: (core: Core, place: Place) => LaneValue | undefined;
  /** As figure, of a day: the 31st when it is the last of its month. */
  readonly monthEnd: (core: Core, place: Place) => NumberLanes | undefined;
  readonly total: (core: CoreOf<'fold'>, place: Place) => LaneValue;
  readonly lookup: (core: CoreOf<'lookup'> | CoreOf<'listed'>, place: Place) => LaneValue;
}

/** A checked expression for all elements side by side. */
export function lower(core: Core, place: Place, sources: Sources): LaneValue {
  const figure = sources.figure(core, place);
  if (figure) return figure;
  const number = (part: Core) => lowerNumber(part, place, sources);
  const flag = (part: Core) => lowerFlag(part, place, sources);
  switch (core.op) {
    case 'constant':
      return constantLanes(core, place.graph);
    case 'read':
      return sources.read(core, place);
    case 'arithmetic':
      return calculate(core.operator, number(core.left), number(core.right), core);
    case 'divide':
      return divided(core.rounding, number(core.left), number(core.right), core);
    case 'date':
      return DATE_LANES[core.compute](number(core.left), number(core.right));
    case 'compare': {
      const { one, other, operator } = monthSides(core, place, sources) ?? {
        one: number(core.left),
        other: number(core.right),
        operator: core.operator,
      };
      return compared(operator, one, other);
    }
    case 'logic':
      return lowerLogic(core, flag);
    case 'not': {
      const { holds, may } = flag(core.operand);
      return flagLanes(not(may), not(holds));
    }
    case 'if':
      return lowerIf(core, place, sources);
    case 'fold':
      return sources.total(core, place);
    case 'lookup':
    case 'listed':
      return sources.lookup(core, place);
    case 'unknown':
    case 'cell':
    case 'today':
    case 'parameter':
      // The last three depend on the row alone, so `figure` has answered, or they stand in a lookup.
      return core.isFlag ? unknownFlag(place.graph) : unknownNumber(place.graph, core);
  }
}

export function lowerNumber(core: Core, place: Place, sources: Sources): NumberLanes {
  const value = lower(core, place, sources);
  return value.kind === 'flag' ? numberOfFlag(value) : value;
}

export function lowerFlag(core: Core, place: Place, sources: Sources): FlagLanes {
  const value = lower(core, place, sources);
  if (value.kind === 'number') throw new Error(`${core.op} is no condition`);
  return value;
}

export function constantLanes(core: CoreOf<'constant'>, graph: Graph): LaneValue {
  if (core.isFlag) return flagLanes(graph.truth(core.value === 1));
  return numberLanes(graph.constant(typeOf(core), core.value), core);
}

function lowerLogic({ operator, left, right }: CoreOf<'logic'>, flag: (core: Core) => FlagLanes): FlagLanes {
  const one = flag(left);
  // The same for everybody: what it decides is not computed at all.
  if (operator === 'and' ? isNever(one.may) : isAlways(one.holds)) return one;
  const other = flag(right);
  const both = operator === 'and' ? and : or;
  return flagLanes(both(one.holds, other.holds), both(one.may, other.may));
}

function lowerIf({ condition, then, otherwise, ...core }: CoreOf<'if'>, place: Place, sources: Sources): LaneValue {
  const { holds, may } = lowerFlag(condition, place, sources);
  if (isAlways(holds)) return lower(then, place, sources);
  if (isNever(may)) return lower(otherwise, place, sources);
  const isKnown = holds === may;
  const otherwiseWhere = (mask: Lanes) => (isKnown ? mask : and(not(may), mask));
  // Where the condition is not known, what both branches agree on.
  const open = isKnown ? place.graph.truth(false) : and(may, not(holds));
  if (core.isFlag) {
    const [one, other] = [lowerFlag(then, place, sources), lowerFlag(otherwise, place, sources)];
    return flagLanes(
      or(select(holds, one.holds, otherwiseWhere(other.holds)), and(open, and(one.holds, other.holds))),
      or(select(holds, one.may, otherwiseWhere(other.may)), and(open, or(one.may, other.may))),
    );
  }
  const [one, other] = [lowerNumber(then, place, sources), lowerNumber(otherwise, place, sources)];
  const type = widest(one.lanes.type, other.lanes.type);
  const lanes = select(holds, converted(one.lanes, type), converted(other.lanes, type));
  const decided = select(holds, one.known, otherwiseWhere(other.known));
  if (isKnown) return numberLanes(lanes, core, decided);
  const agreed = and(and(one.known, other.known), comparedLanes('=', one.lanes, other.lanes));
  return numberLanes(lanes, core, or(decided, and(open, agreed)));
}
