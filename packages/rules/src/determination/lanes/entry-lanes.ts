import { storageOf, UNKNOWN_MARK } from '../batch/storage.ts';
import type { Entry } from '../check/catalogue.ts';
import { comparedLanes } from './arithmetic.ts';
import type { Graph, Lanes } from './graph.ts';
import { and, not, select } from './masks.ts';
import { converted, flagLanes, type LaneValue, numberLanes, TYPES } from './values.ts';

/** From a column as it is stored, with its mark for what is not known. */
export function lanesOfStored(stored: Lanes, { unit, range }: Entry, isUnknown: boolean): LaneValue {
  const { graph } = stored;
  if (unit === 'flag') {
    const holds = comparedLanes('=', stored, graph.constant('u8', 1));
    return flagLanes(holds, isUnknown ? comparedLanes('!=', stored, graph.constant('u8', 0)) : holds);
  }
  return numberLanes(stored, range, isUnknown ? isNotMarked(stored, storageOf(range)) : graph.truth(true));
}

function isNotMarked(stored: Lanes, storage: keyof typeof TYPES): Lanes {
  // Not a number is not itself.
  if (storage === 'float64') return comparedLanes('=', stored, stored);
  return comparedLanes('!=', stored, stored.graph.constant(stored.type, UNKNOWN_MARK[storage]));
}

/** The other way round. */
export function storedLanes(value: LaneValue, { range }: Entry, graph: Graph): Lanes {
  if (value.kind === 'flag') return storedFlag(value.holds, value.may, graph);
  const storage = storageOf(range);
  const lanes = converted(value.lanes, TYPES[storage]);
  return select(value.known, lanes, graph.constant(TYPES[storage], UNKNOWN_MARK[storage]));
}

/** 1, 0 or 255: of those that may hold all bits when they do not, else the last. */
function storedFlag(holds: Lanes, may: Lanes, graph: Graph): Lanes {
  const one = graph.constant('u8', 1);
  const bits = (mask: Lanes) =>
    mask.operator === 'constant' ? graph.constant('u8', mask.detail) : graph.make('and', 'u8', [mask, one]);
  if (holds === may) return bits(holds);
  return select(and(may, not(holds)), graph.constant('u8', UNKNOWN_MARK.uint8), bits(holds));
}
