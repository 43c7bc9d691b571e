import type { Core, CoreOf } from '../core/core.ts';
import { DATE_RANGE } from '../check/catalogue.ts';
import { exactly, type Range } from '../core/range.ts';
import type { RowKnowledge } from '../generated/program.ts';
import { keyOfLookup, type RowParts } from '../generated/row-part.ts';
import { calculate, constantLike } from './arithmetic.ts';
import type { Graph, Lanes, LaneType } from './graph.ts';
import { lowerNumber, type Place, type Sources } from './lower.ts';
import { and } from './masks.ts';
import type { Aspect, RowStretch } from './row-stretch.ts';
import {
  converted,
  flagLanes,
  type LaneValue,
  numberLanes,
  typeOf,
  unknownFlag,
  unknownNumber,
  whereKnown,
} from './values.ts';

export interface PolicyLanes extends Pick<Sources, 'figure' | 'monthEnd'> {
  /** Undefined when it has to be looked for row by row of the table. */
  readonly keyed: (core: CoreOf<'lookup'> | CoreOf<'listed'>, place: Place, sources: Sources) => LaneValue | undefined;
}

/** How one number of the stretch of a row is reached. */
export interface StretchLanes {
  readonly stretch: RowStretch;
  readonly figure: (graph: Graph, type: LaneType, offset: number) => Lanes;
  readonly answer: (key: Lanes, type: LaneType, offset: number) => Lanes;
}

/** What depends on the policy row alone: the same for all of a row, or looked up there by a key. */
export function policyLanes(parts: RowParts, knowledge: RowKnowledge, reach: StretchLanes): PolicyLanes {
  function kept(graph: Graph, index: number, type: LaneType, aspect: Aspect): Lanes {
    const offset = reach.stretch.place({ kind: 'figures', index, length: 1, type, aspect });
    return reach.figure(graph, type, offset);
  }

  function numberOf(core: Range, index: number, { graph }: Place, aspect: 'number' | 'monthEnd') {
    const isUnknown = knowledge.figures[index]?.isUnknown ?? true;
    const known = isUnknown ? kept(graph, index, 'mask', 'known') : graph.truth(true);
    return numberLanes(kept(graph, index, typeOf(core), aspect), core, known);
  }

  return {
    figure: (core, place) => {
      const index = parts.findFigure(core, place.own, place.loops);
      if (index === undefined) return undefined;
      const { isUnknown = true, value } = knowledge.figures[index] ?? {};
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
      const key = lowerNumber(keyCore, place, sources);
      const { low = 0, length = 1 } = parts.keyed[index] ?? {};
      const within = calculate('least', calculate('greatest', key, constantLike(key, low)), constantLike(key, low + length - 1));
      // A lane beyond the last element, or one that is not known, must not reach beyond the answers.
      const from = calculate('-', within, constantLike(key, low), { low: 0, high: length - 1 });
      const answers = (type: LaneType, aspect: Aspect) => {
        const start = knowledge.starts[index] ?? 0;
        const offset = reach.stretch.place({ kind: 'answers', index: start, length, type, aspect });
        return reach.answer(converted(from.lanes, 'i32'), type, offset);
      };
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
