import { RULE_SCOPES } from '../../policy/pack.ts';
import { storageOf } from '../batch/storage.ts';
import type { Entry } from '../check/catalogue.ts';
import { scopeOf } from '../check/used-facts.ts';
import { type Core, type CoreOf, type Group, someCore } from '../core/core.ts';
import { coreKey } from '../generated/core-key.ts';
import { type FoldStep, isHeadCount, type Plan, type Step, type VariableStep } from '../generated/plan.ts';
import type { RowKnowledge } from '../generated/program.ts';
import type { RowParts } from '../generated/row-part.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { type LaneColumn, layMemory, type Memory } from './columns.ts';
import { lanesOfStored, storedLanes } from './entry-lanes.ts';
import { foldParts, type Gathering } from './fold.ts';
import { createGraph, isLeaf, type Lanes } from './graph.ts';
import type { KeyClasses } from './key-classes.ts';
import { lower, type Place, type Sources } from './lower.ts';
import { and, not, or } from './masks.ts';
import type { ComputeMove, GatherMove, Move, SpreadMove, ValueColumns } from './moves.ts';
import { type MaskPacking, packMasks } from './packed-masks.ts';
import { policyLanes } from './policy-lanes.ts';
import { createRowStretch, type RowStretch } from './row-stretch.ts';
import { singleMove } from './singles.ts';
import { flagLanes, type LaneValue, narrowed, numberLanes, TYPES, typeOf } from './values.ts';

/** All that a block goes through, and where everything stands meanwhile. */
export interface LaidOut {
  readonly memory: Memory;
  readonly stretch: RowStretch;
  readonly moves: readonly Move[];
  /** Lanes that are kept in a column. */
  readonly pins: ReadonlyMap<Lanes, LaneColumn>;
  readonly facts: ReadonlyMap<string, { readonly entry: Entry; readonly column: LaneColumn }>;
  readonly recorded: ReadonlyMap<string, LaneColumn>;
  readonly counts: ReadonlyMap<Group, LaneColumn>;
  /** Figures of the row beside each element, where the rows of a block differ. */
  readonly figures: ReadonlyMap<RuleScope, Map<number, LaneColumn>>;
  readonly bases: ReadonlyMap<RuleScope, LaneColumn>;
}

export interface LayOutOptions {
  readonly recorded: readonly string[];
  readonly unknownFacts: ReadonlySet<string>;
  /** The households of a block have rows of their own. */
  readonly isMixed: boolean;
  readonly classes: KeyClasses;
}

const GROUPS = ['person', 'event'] as const;

export function layOut(plan: Plan, parts: RowParts, knowledge: RowKnowledge, options: LayOutOptions): LaidOut {
  const { slots } = plan.rules.catalogue;
  const memory = layMemory();
  const stretch = createRowStretch();
  const graphs = { household: createGraph('household'), person: createGraph('person'), event: createGraph('event') };
  const moves: Move[] = [];
  const pins = new Map<Lanes, LaneColumn>();
  const facts = new Map<string, { entry: Entry; column: LaneColumn }>();
  const values = new Map<string, LaneValue>();
  const totals = new Map<string, LaneValue>();
  const recorded = new Map<string, LaneColumn>();
  const counts = new Map<Group, LaneColumn>();
  const spread = new Map<string, Lanes>();
  const figures = new Map<RuleScope, Map<number, LaneColumn>>(RULE_SCOPES.map((scope) => [scope, new Map()]));
  const bases = new Map<RuleScope, LaneColumn>(RULE_SCOPES.map((scope) => [scope, memory.column(scope, 'i32')]));
  /** Where spreading to the members of the stage at hand is taken down. */
  let stage: Stage | null = null;

  function leaf({ scope, type, number }: LaneColumn): Lanes {
    return graphs[scope].make('column', type, [], number);
  }

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

  const policy = policyLanes(parts, knowledge, {
    stretch,
    figure: (graph, type, offset) => {
      if (!options.isMixed) return graph.make('row', type, [], offset);
      const own = figures.get(graph.scope);
      const column = own?.get(offset) ?? memory.column(graph.scope, type);
      own?.set(offset, column);
      return leaf(column);
    },
    classes: options.classes,
    base: (graph) => {
      const base = options.isMixed ? bases.get(graph.scope) : undefined;
      return base && leaf(base);
    },
  });

  const sources: Sources = {
    figure: policy.figure,
    monthEnd: policy.monthEnd,
    read: ({ of, slot }, place) => {
      const scope = scopeOf(of, place.own, place.loops);
      const entry = slots[scope][slot];
      if (!entry) throw new Error(`there is no ${scope} value ${slot}`);
      return readEntry(entry, place);
    },
    total: (core, place) => {
      const value = isHeadCount(core) ? headCount(core) : totals.get(coreKey(core));
      if (!value) throw new Error('a total is read before it is there');
      return place.graph.scope === 'household' ? value : spreadValue(value, place.graph.scope);
    },
    lookup: (core, place) => policy.keyed(core, place, sources) ?? single(core, place),
  };

  function readEntry(entry: Entry, { graph: { scope } }: Place): LaneValue {
    const value = entry.isFact ? undefined : values.get(entry.id);
    if (value) return entry.on === scope || scope === 'household' ? value : spreadValue(value, scope);
    const stored = leaf(factColumn(entry));
    const own = entry.on === scope || scope === 'household' ? stored : spreadLanes(stored, scope);
    return lanesOfStored(own, entry, options.unknownFacts.has(entry.id));
  }

  function factColumn(entry: Entry): LaneColumn {
    const found = facts.get(entry.id) ?? { entry, column: memory.column(entry.on, TYPES[storageOf(entry.range)]) };
    facts.set(entry.id, found);
    return found.column;
  }

  function headCount({ over }: CoreOf<'fold'>): LaneValue {
    const column = counts.get(over) ?? memory.column('household', 'u8');
    counts.set(over, column);
    return numberLanes(leaf(column), { low: over === 'person' ? 1 : 0, high: 100 });
  }

  function spreadValue(value: LaneValue, to: Group): LaneValue {
    if (value.kind === 'flag') return flagLanes(spreadLanes(value.holds, to), spreadLanes(value.may, to));
    return numberLanes(spreadLanes(value.lanes, to), value, spreadLanes(value.known, to));
  }

  function spreadLanes(lanes: Lanes, to: Group): Lanes {
    if (lanes.operator === 'constant' || lanes.operator === 'row') {
      return graphs[to].make(lanes.operator, lanes.type, [], lanes.detail);
    }
    const key = `${lanes.id} ${to}`;
    const found = spread.get(key);
    if (found) return found;
    const made = lanes.type === 'mask' && stage ? stage.masks[to].send(lanes) : spreadColumn(lanes, to);
    spread.set(key, made);
    return made;
  }

  function spreadColumn(lanes: Lanes, to: Group, arriving = memory.column(to, lanes.type)): Lanes {
    if (!isLeaf(lanes)) stage?.last.roots.push(lanes);
    stage?.spreads[to].pairs.push({ from: pin(lanes), to: arriving });
    return leaf(arriving);
  }

  function single(core: Core, place: Place): LaneValue {
    const scope = place.graph.scope;
    const { move, value } = singleMove(core, place, {
      slots,
      columnsOf: (entry) => {
        const read: Core = {
          ...entry.range,
          isFlag: entry.unit === 'flag',
          size: 1,
          op: 'read',
          slot: entry.slot,
          of: entry.on === 'household' ? 'household' : 'self',
        };
        const own: Place = { graph: graphs[entry.on], own: entry.on, loops: new Map() };
        return columnsOf(lower(read, own, sources));
      },
      column: (type) => memory.column(scope, type),
      leaf,
    });
    moves.push(move);
    return value;
  }

  function columnsOf(value: LaneValue): ValueColumns {
    const isFlag = value.kind === 'flag';
    const [first, second] = isFlag ? [value.holds, value.may] : [value.lanes, value.known];
    return { isFlag, first: keep(first), second: keep(second) };
  }

  function layVariable({ variable: { entry, core } }: VariableStep): void {
    const graph = graphs[entry.on];
    const value = narrowed(lower(core, { graph, own: entry.on, loops: new Map() }, sources));
    values.set(entry.id, value);
    if (options.recorded.includes(entry.id)) recorded.set(entry.id, keep(storedLanes(value, entry, graph)));
  }

  function layFold({ core }: FoldStep, gather: GatherMove, masks: MaskPacking): void {
    const { over, loop } = core;
    const place: Place = { graph: graphs[over], own: 'household', loops: new Map([[loop, over]]) };
    if (hasOnlySingles(core, parts)) {
      totals.set(coreKey(core), single(core, { graph: graphs.household, own: 'household', loops: new Map() }));
      return;
    }
    const found = foldParts(core, place, sources);
    const gathered = (of: Gathering | null): Lanes => {
      if (!of) return graphs.household.truth(false);
      if (of.how === 'some') return masks.send(of.of);
      const to = memory.column('household', of.type);
      gather.gatherings.push({ how: of.how, from: keep(of.of), to });
      return leaf(to);
    };
    const open = gathered(found.open);
    if (core.fold === 'some') {
      const holds = gathered(found.total);
      totals.set(coreKey(core), flagLanes(holds, or(holds, open)));
      return;
    }
    const lanes = found.total ? gathered(found.total) : graphs.household.constant(typeOf(core), 0);
    const known = found.counted ? and(not(open), gathered(found.counted)) : not(open);
    totals.set(coreKey(core), numberLanes(lanes, core, known));
  }

  for (let at = 0; at < plan.stages; at += 1) {
    const steps = plan.steps.filter((step) => step.stage === at);
    for (const step of steps) if (step.kind === 'variable' && step.variable.entry.on === 'household') layVariable(step);
    const last: ComputeMove = { kind: 'compute', scope: 'household', roots: [] };
    const spreads = { person: spreadTo('person'), event: spreadTo('event') };
    const arriving = (to: Group) => packMasks(() => leaf(memory.column(to, 'u8')));
    const masks = { person: arriving('person'), event: arriving('event') };
    moves.push(last, spreads.person, spreads.event);
    stage = { last, spreads, masks };
    for (const over of GROUPS) layMembers(over, steps);
    for (const to of GROUPS) {
      for (const { packed, read } of masks[to].finish()) spreadColumn(packed, to, memory.columnAt(read.detail));
    }
  }

  function layMembers(over: Group, steps: readonly Step[]): void {
    const gather: GatherMove = { kind: 'gather', over, gatherings: [] };
    const masks = packMasks(() => leaf(memory.column('household', 'u8')));
    for (const step of steps) {
      if (step.kind === 'fold' && step.core.over === over) layFold(step, gather, masks);
      if (step.kind === 'variable' && step.variable.entry.on === over) layVariable(step);
    }
    for (const { packed, read } of masks.finish()) {
      gather.gatherings.push({ how: 'some', from: keep(packed), to: memory.columnAt(read.detail) });
    }
    moves.push(gather);
  }

  return { memory, stretch, moves, pins, facts, recorded, counts, figures, bases };
}

interface Stage {
  /** The last that is computed for households before their members. */
  readonly last: ComputeMove;
  readonly spreads: Readonly<Record<Group, SpreadMove>>;
  readonly masks: Readonly<Record<Group, MaskPacking>>;
}

function spreadTo(to: Group): SpreadMove {
  return { kind: 'spread', to, pairs: [] };
}

/** A loop in a loop, or a table that is searched row by row. */
function hasOnlySingles(core: CoreOf<'fold'>, parts: RowParts): boolean {
  const hard = (part: Core) =>
    part !== core &&
    (part.op === 'fold' || ((part.op === 'lookup' || part.op === 'listed') && parts.findKeyed(part) === undefined));
  return someCore(core, hard);
}
