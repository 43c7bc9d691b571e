import { DATE_RANGE } from '../check/catalogue.ts';
import type { Core, CoreOf } from '../core/core.ts';
import { exactly, type Range } from '../core/range.ts';
import type { RowKnowledge } from '../generated/program.ts';
import { keyOfLookup, type RowParts } from '../generated/row-part.ts';
import type { Graph, Lanes, LaneType } from './graph.ts';
import type { KeyClasses } from './key-classes.ts';
import { answersByClass, answersByLane } from './keyed-lanes.ts';
import { lowerNumber } from './lower.ts';
import { and } from './masks.ts';
import type { Aspect, RowStretch } from './row-stretch.ts';
import type { Place, Sources } from './sources.ts';
import { flagLanes, type LaneValue, numberLanes, typeOf, unknownFlag, unknownNumber, whereKnown } from './values.ts';

export interface PolicyLanes extends Pick<Sources, 'figure' | 'monthEnd'> {
  /** Undefined when it has to be looked for row by row of the table. */
  readonly keyed: (core: CoreOf<'lookup'> | CoreOf<'listed'>, place: Place, sources: Sources) => LaneValue | undefined;
}

/** How the stretch of a row is reached. */
export interface StretchLanes {
  readonly stretch: RowStretch;
  readonly classes: KeyClasses;
  readonly figure: (graph: Graph, type: LaneType, offset: number) => Lanes;
  /** Where the stretch of each element begins, when the rows of a block differ. */
  readonly base: (graph: Graph) => Lanes | undefined;
}

/** What depends on the policy row alone: the same for all of a row, or looked up there by a key. */
export function policyLanes(parts: RowParts, knowledge: RowKnowledge, reach: StretchLanes): PolicyLanes {
  /** One that is found only now would be read as whatever stands behind the others. */
  function knownOf(index: number) {
    const known = knowledge.figures[index];
    if (!known) throw new Error('a figure of the policy that was not computed with the rows');
    return known;
  }

  function kept(graph: Graph, index: number, type: LaneType, aspect: Aspect): Lanes {
    const offset = reach.stretch.place({ kind: 'figures', indexes: [index], type, aspect });
    return reach.figure(graph, type, offset);
  }

  function numberOf(core: Range, index: number, { graph }: Place, aspect: 'number' | 'monthEnd') {
    const { isUnknown } = knownOf(index);
    const known = isUnknown ? kept(graph, index, 'mask', 'known') : graph.truth(true);
    return numberLanes(kept(graph, index, typeOf(core), aspect), core, known);
  }

  return {
    figure: (core, place) => {
      const index = parts.findFigure(core, place.own, place.loops);
      if (index === undefined) return undefined;
      const { isUnknown, value } = knownOf(index);
      if (value !== undefined) return sameForAll(core, value, place.graph);
      if (!core.isFlag) return numberOf(core, index, place, 'number');
      const holds = kept(place.graph, index, 'mask', 'holds');
      return flagLanes(holds, isUnknown ? kept(place.graph, index, 'mask', 'may') : holds);
    },
    monthEnd: (core, place) => {
      const index = parts.findFigure(core, place.own, place.loops);
      return index === undefined ? undefined : numberOf(MONTH_ENDS, index, place, 'monthEnd');
    },
    keyed: (core, place, sources) => {
      const index = parts.findKeyed(core);
      const keyCore = keyOfLookup(core);
      if (index === undefined || !keyCore) return undefined;
      const keyed = parts.keyed[index];
      if (!keyed) return undefined;
      const key = lowerNumber(keyCore, place, sources);
      const asked = { key, keyed, start: knowledge.starts[index] ?? 0, stretch: reach.stretch };
      const base = reach.base(place.graph);
      const type = core.isFlag ? 'mask' : typeOf(core);
      const byClass = base || type === 'f64' ? undefined : answersByClass(asked, reach.classes.get(keyed.by) ?? []);
      const answers = byClass ?? answersByLane(asked, base);
      const isUnknown = knowledge.keyed[index] ?? true;
      if (core.isFlag) {
        const holds = answers('mask', 'holds');
        if (!isUnknown) return whereKnown(holds, key.known);
        const may = answers('mask', 'may');
        return flagLanes(and(holds, key.known), whereKnown(may, key.known).may);
      }
      const known = isUnknown ? and(key.known, answers('mask', 'known')) : key.known;
      return numberLanes(answers(typeOf(core), 'number'), core, known);
    },
  };
}

/** The end of a month may be its 31st though the month has none. */
const MONTH_ENDS: Range = { low: DATE_RANGE.low - 31, high: DATE_RANGE.high + 31 };

function sameForAll(core: Core, value: number, graph: Graph): LaneValue {
  if (core.isFlag) return Number.isNaN(value) ? unknownFlag(graph) : flagLanes(graph.truth(value === 1));
  if (Number.isNaN(value)) return unknownNumber(graph, core);
  return numberLanes(graph.constant(typeOf(exactly(value)), value), exactly(value));
}
