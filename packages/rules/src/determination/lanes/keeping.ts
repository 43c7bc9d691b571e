import type { RuleScope } from '../model/rule-model.ts';
import { type LaneColumn, layMemory, type Memory } from './columns.ts';
import { createGraph, type Graph, type Lanes } from './graph.ts';
import type { ComputeMove, Move, ValueColumns } from './moves.ts';
import type { LaneValue } from './values.ts';

/** What is computed when, and what of it is kept in columns: taken down as the rules are laid out. */
export interface Keeping {
  readonly memory: Memory;
  readonly graphs: Readonly<Record<RuleScope, Graph>>;
  readonly moves: Move[];
  /** Lanes that are kept in a column. */
  readonly pins: ReadonlyMap<Lanes, LaneColumn>;
  /** What stands in a column, as lanes. */
  readonly leaf: (column: LaneColumn) => Lanes;
  /** The column they are kept in, whenever they are computed. */
  readonly pin: (lanes: Lanes) => LaneColumn;
  /** As pin, of lanes that are computed now. */
  readonly keep: (lanes: Lanes) => LaneColumn;
  readonly keepValue: (value: LaneValue) => ValueColumns;
}

export function createKeeping(): Keeping {
  const memory = layMemory();
  const graphs = { household: createGraph('household'), person: createGraph('person'), event: createGraph('event') };
  const moves: Move[] = [];
  const pins = new Map<Lanes, LaneColumn>();

  function pin(lanes: Lanes): LaneColumn {
    if (lanes.operator === 'column') return memory.columnAt(lanes.detail);
    const found = pins.get(lanes) ?? memory.column(lanes.graph.scope, lanes.type);
    pins.set(lanes, found);
    return found;
  }

  function computing(scope: RuleScope): ComputeMove {
    const last = moves.at(-1);
    if (last?.kind === 'compute' && last.scope === scope) return last;
    const move: ComputeMove = { kind: 'compute', scope, roots: [] };
    moves.push(move);
    return move;
  }

  function keep(lanes: Lanes): LaneColumn {
    computing(lanes.graph.scope).roots.push(lanes);
    return pin(lanes);
  }

  return {
    memory,
    graphs,
    moves,
    pins,
    leaf: ({ scope, type, number }) => graphs[scope].make('column', type, [], number),
    pin,
    keep,
    keepValue: (value) => {
      const isFlag = value.kind === 'flag';
      const [first, second] = isFlag ? [value.holds, value.may] : [value.lanes, value.known];
      return { isFlag, first: keep(first), second: keep(second) };
    },
  };
}
