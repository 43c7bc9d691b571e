import type { Entry } from '../check/catalogue.ts';
import { scopeOf } from '../check/used-facts.ts';
import { type Core, coreParts } from '../core/core.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { compileCore } from '../run/compile-core.ts';
import type { Keeping } from './keeping.ts';
import { lower, type Place, type Sources } from './lower.ts';
import type { SingleMove, ValueColumns } from './moves.ts';
import { flagLanes, type LaneValue, numberLanes, typeOf } from './values.ts';

export interface SinglesAround {
  readonly keeping: Keeping;
  readonly sources: Sources;
  readonly slots: Readonly<Record<RuleScope, readonly Entry[]>>;
}

/** A part without lanes: by closures, for one element after another; what it reads is in columns by then. */
export function singleLanes(core: Core, { graph, own }: Place, { keeping, sources, slots }: SinglesAround): LaneValue {
  const { memory, graphs, moves, leaf, keepValue } = keeping;
  const reads = entriesIn(core, own, slots).map((entry) => {
    const place: Place = { graph: graphs[entry.on], own: entry.on, loops: new Map() };
    return { entry, at: keepValue(lower(readOf(entry), place, sources)) };
  });
  const column = (type: Parameters<typeof memory.column>[1]) => memory.column(graph.scope, type);
  const result: ValueColumns = {
    isFlag: core.isFlag,
    first: column(core.isFlag ? 'mask' : typeOf(core)),
    second: column('mask'),
  };
  const move: SingleMove = {
    kind: 'single',
    scope: graph.scope,
    compute: compileCore(core, new Map()),
    reads,
    result,
  };
  moves.push(move);
  const [first, second] = [leaf(result.first), leaf(result.second)];
  return core.isFlag ? flagLanes(first, second) : numberLanes(first, core, second);
}

function entriesIn(core: Core, own: RuleScope, slots: SinglesAround['slots']): readonly Entry[] {
  const found = new Set<Entry>();
  const visit = (part: Core, loops: ReadonlyMap<number, RuleScope>): void => {
    const entry = part.op === 'read' ? slots[scopeOf(part.of, own, loops)][part.slot] : undefined;
    if (entry) found.add(entry);
    const inner = part.op === 'fold' ? new Map([...loops, [part.loop, part.over] as const]) : loops;
    for (const one of coreParts(part)) visit(one, inner);
  };
  visit(core, new Map());
  return [...found];
}

function readOf({ range, unit, slot, on }: Entry): Core {
  const of = on === 'household' ? 'household' : 'self';
  return { ...range, isFlag: unit === 'flag', size: 1, op: 'read', slot, of };
}
