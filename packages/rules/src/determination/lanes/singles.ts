import type { Entry } from '../check/catalogue.ts';
import { scopeOf } from '../check/used-facts.ts';
import { type Core, coreParts } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { compileCore } from '../run/compile-core.ts';
import type { LaneColumn } from './columns.ts';
import type { Lanes, LaneType } from './graph.ts';
import type { Place } from './lower.ts';
import type { SingleMove, ValueColumns } from './moves.ts';
import { flagLanes, type LaneValue, numberLanes, typeOf } from './values.ts';

interface Around {
  readonly slots: Readonly<Record<RuleScope, readonly Entry[]>>;
  readonly columnsOf: (entry: Entry) => ValueColumns;
  readonly column: (type: LaneType) => LaneColumn;
  readonly leaf: (column: LaneColumn) => Lanes;
}

/** A part without lanes: by closures, for one element after another; what it reads is in columns by then. */
export function singleMove(
  core: Core,
  { graph, own }: Place,
  { slots, columnsOf, column, leaf }: Around,
): { readonly move: SingleMove; readonly value: LaneValue } {
  const reads = new Map<string, { entry: Entry; at: ValueColumns }>();
  const visit = (part: Core, loops: ReadonlyMap<number, RuleScope>): void => {
    if (part.op === 'read') {
      const entry = slots[scopeOf(part.of, own, loops)][part.slot];
      if (entry && !reads.has(entry.id)) reads.set(entry.id, { entry, at: columnsOf(entry) });
    }
    const inner = part.op === 'fold' ? new Map([...loops, [part.loop, part.over] as const]) : loops;
    for (const one of coreParts(part)) visit(one, inner);
  };
  visit(core, new Map());
  const type = core.isFlag ? 'mask' : typeOf(core);
  const result: ValueColumns = { isFlag: core.isFlag, first: column(type), second: column('mask') };
  const [first, second] = [leaf(result.first), leaf(result.second)];
  return {
    move: {
      kind: 'single',
      scope: graph.scope,
      compute: compileCore(core, new Map()),
      reads: [...reads.values()],
      result,
    },
    value: core.isFlag ? flagLanes(first, second) : numberLanes(first, core, second),
  };
}
