import { storageOf } from '../batch/storage.ts';
import type { Range } from '../core/range.ts';
import type { Graph, Lanes, LaneType } from './graph.ts';
import { and, isAlways, isNever, not, or } from './masks.ts';

/** Numbers side by side; where one is not known its lane holds anything. */
export interface NumberLanes extends Range {
  readonly kind: 'number';
  readonly lanes: Lanes;
  readonly known: Lanes;
}

/** Flags side by side: those that hold, and those that may hold. They differ where something is not known. */
export interface FlagLanes {
  readonly kind: 'flag';
  readonly holds: Lanes;
  readonly may: Lanes;
}

export type LaneValue = NumberLanes | FlagLanes;

export function numberLanes(lanes: Lanes, { low, high }: Range, known: Lanes = lanes.graph.truth(true)): NumberLanes {
  return { kind: 'number', lanes, low, high, known };
}

export function flagLanes(holds: Lanes, may: Lanes = holds): FlagLanes {
  return { kind: 'flag', holds, may };
}

/** A condition, as far as both sides of it are known. */
export function whereKnown(mask: Lanes, known: Lanes): FlagLanes {
  return flagLanes(and(mask, known), or(mask, not(known)));
}

export function unknownNumber(graph: Graph, { low, high }: Range): NumberLanes {
  return numberLanes(graph.constant('u8', 0), { low, high }, graph.truth(false));
}

export function unknownFlag(graph: Graph): FlagLanes {
  return flagLanes(graph.truth(false), graph.truth(true));
}

/** As 1 and 0. */
export function numberOfFlag({ holds, may }: FlagLanes): NumberLanes {
  const { graph } = holds;
  const lanes =
    holds.operator === 'constant'
      ? graph.constant('u8', holds.detail)
      : graph.make('and', 'u8', [holds, graph.constant('u8', 1)]);
  return numberLanes(lanes, { low: 0, high: 1 }, or(holds, not(may)));
}

/** The narrowest numbers that hold a range. */
export function typeOf(range: Range): Exclude<LaneType, 'mask'> {
  return TYPES[storageOf(range)];
}

export const TYPES = { uint8: 'u8', int32: 'i32', float64: 'f64' } as const;

export function widest(...types: readonly LaneType[]): LaneType {
  if (types.includes('f64')) return 'f64';
  return types.includes('i32') ? 'i32' : 'u8';
}

/** The same whole numbers in another width; between bytes and floats there are always integers. */
export function converted(lanes: Lanes, type: LaneType): Lanes {
  if (lanes.type === type) return lanes;
  const { graph } = lanes;
  if (lanes.operator === 'constant') return graph.constant(type, lanes.detail);
  const isFar = lanes.type !== 'i32' && type !== 'i32';
  return graph.make('convert', type, [isFar ? converted(lanes, 'i32') : lanes]);
}

/** In the width of what is known of its range. */
export function narrowed(value: LaneValue): LaneValue {
  return value.kind === 'flag' ? value : { ...value, lanes: converted(value.lanes, typeOf(value)) };
}

export function isNowhereKnown(value: LaneValue): boolean {
  return value.kind === 'flag' ? isNever(value.holds) && isAlways(value.may) : isNever(value.known);
}
