import type { Core, CoreOf } from '../core/core.ts';
import type { Loops } from '../generated/row-only.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { Graph } from './graph.ts';
import type { LaneValue, NumberLanes } from './values.ts';

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
