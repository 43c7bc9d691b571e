import { scopeOf } from '../check/used-facts.ts';
import type { Group } from '../core/core.ts';
import { coreKey } from '../generated/core-key.ts';
import { isHeadCount, type Plan, type Step, type VariableStep } from '../generated/plan.ts';
import type { RowKnowledge } from '../generated/program.ts';
import type { RowParts } from '../generated/row-part.ts';
import type { LaneColumn } from './columns.ts';
import { storedLanes } from './entry-lanes.ts';
import { createGivenLanes, type GivenLanes } from './given-lanes.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import type { KeyClasses } from './key-classes.ts';
import { layFolds } from './lay-folds.ts';
import { lower, type Sources } from './lower.ts';
import { policyLanes } from './policy-lanes.ts';
import { type RowReach, reachRow } from './row-reach.ts';
import { createRowStretch, type RowStretch } from './row-stretch.ts';
import { singleLanes } from './singles.ts';
import { createSpreading } from './spreading.ts';
import { type LaneValue, narrowed } from './values.ts';

/** All that a block goes through, and where everything stands meanwhile. */
export interface LaidOut extends Pick<Keeping, 'memory' | 'moves' | 'pins'>, Pick<GivenLanes, 'facts' | 'counts'> {
  readonly stretch: RowStretch;
  readonly reach: RowReach;
  /** The columns of the recorded variables, as they are stored. */
  readonly recorded: ReadonlyMap<string, LaneColumn>;
}

export interface LayOutOptions {
  readonly recorded: readonly string[];
  readonly unknownFacts: ReadonlySet<string>;
  /** The households of a block have rows of their own. */
  readonly isMixed: boolean;
  readonly classes: KeyClasses;
}

/** Stage by stage: households, what their members read of them, the members, what is taken together of those. */
export function layOut(plan: Plan, parts: RowParts, knowledge: RowKnowledge, options: LayOutOptions): LaidOut {
  const { slots } = plan.rules.catalogue;
  const keeping = createKeeping();
  const { graphs, moves } = keeping;
  const stretch = createRowStretch();
  const reach = reachRow(keeping, options.isMixed);
  const policy = policyLanes(parts, knowledge, { ...reach, stretch, classes: options.classes });
  const given = createGivenLanes(keeping, options.unknownFacts);
  const spreading = createSpreading(keeping);
  const values = new Map<string, LaneValue>();
  const totals = new Map<string, LaneValue>();
  const recorded = new Map<string, LaneColumn>();

  const sources: Sources = {
    figure: policy.figure,
    monthEnd: policy.monthEnd,
    read: ({ of, slot }, { graph, own, loops }) => {
      const entry = slots[scopeOf(of, own, loops)][slot];
      if (!entry) throw new Error(`there is no value ${slot}`);
      const to = entry.on === 'household' && graph.scope !== 'household' ? graph.scope : null;
      const value = values.get(entry.id);
      if (value) return to ? spreading.value(value, to) : value;
      // A fact is spread as it is stored: it takes the least room so.
      return given.fact(entry, (stored) => (to ? spreading.lanes(stored, to) : stored));
    },
    total: (core, { graph }) => {
      const value = isHeadCount(core) ? given.headCount(core.over) : totals.get(coreKey(core));
      if (!value) throw new Error('a total is read before it is there');
      return graph.scope === 'household' ? value : spreading.value(value, graph.scope);
    },
    lookup: (core, place) =>
      policy.keyed(core, place, sources) ?? singleLanes(core, place, { keeping, sources, slots }),
  };

  function layVariable({ variable: { entry, core } }: VariableStep): void {
    const graph = graphs[entry.on];
    const value = narrowed(lower(core, { graph, own: entry.on, loops: new Map() }, sources));
    values.set(entry.id, value);
    if (options.recorded.includes(entry.id)) recorded.set(entry.id, keeping.keep(storedLanes(value, entry, graph)));
  }

  function layMembers(over: Group, steps: readonly Step[]): void {
    const folds = layFolds(over, { keeping, sources, slots, parts });
    for (const step of steps) {
      if (step.kind === 'fold' && step.core.over === over) totals.set(coreKey(step.core), folds.total(step.core));
      if (step.kind === 'variable' && step.variable.entry.on === over) layVariable(step);
    }
    moves.push(folds.finish());
  }

  for (let stage = 0; stage < plan.stages; stage += 1) {
    const steps = plan.steps.filter((step) => step.stage === stage);
    for (const step of steps) if (step.kind === 'variable' && step.variable.entry.on === 'household') layVariable(step);
    spreading.begin();
    layMembers('person', steps);
    layMembers('event', steps);
    spreading.finish();
  }
  return { ...keeping, ...given, stretch, reach, recorded };
}
