import { RULE_SCOPES } from '../../policy/pack.ts';
import type { RuleScope } from '../model/rule-model.ts';
import type { LaneColumn } from './columns.ts';
import type { Graph, Lanes, LaneType } from './graph.ts';
import type { Keeping } from './keeping.ts';

/**
 * How lanes reach the stretch of their policy row: the same one for the whole block, or, where rows differ within it, by
 * a column that says where each element's begins, and a column for each figure.
 */
export interface RowReach {
  readonly figure: (graph: Graph, type: LaneType, offset: number) => Lanes;
  /** Undefined when the block has one row. */
  readonly base: (graph: Graph) => Lanes | undefined;
  /** By their place in the stretch. */
  readonly figures: Readonly<Record<RuleScope, ReadonlyMap<number, LaneColumn>>>;
  readonly bases: Readonly<Record<RuleScope, LaneColumn>> | null;
}

export function reachRow({ memory, leaf }: Keeping, isMixed: boolean): RowReach {
  const figures = ofScopes(() => new Map<number, LaneColumn>());
  const bases = isMixed ? ofScopes((scope) => memory.column(scope, 'i32')) : null;
  return {
    figure: (graph, type, offset) => {
      if (!bases) return graph.make('row', type, [], offset);
      const own = figures[graph.scope];
      const column = own.get(offset) ?? memory.column(graph.scope, type);
      own.set(offset, column);
      return leaf(column);
    },
    base: ({ scope }) => (bases ? leaf(bases[scope]) : undefined),
    figures,
    bases,
  };
}

function ofScopes<T>(make: (scope: RuleScope) => T): Readonly<Record<RuleScope, T>> {
  const [household, person, event] = RULE_SCOPES;
  return { household: make(household), person: make(person), event: make(event) };
}
