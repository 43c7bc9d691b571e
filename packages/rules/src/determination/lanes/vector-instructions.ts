import type { LaneOperator, LaneType } from './graph.ts';
import { VECTOR } from './wasm/opcodes.ts';

type ByType = Partial<Readonly<Record<LaneType, number>>>;

/** Operations that take vectors of one type, by their numbers in the binary format. */
export const INSTRUCTIONS: Partial<Readonly<Record<LaneOperator, ByType>>> = {
  add: { u8: 110, i32: 174, f64: 240 },
  sub: { u8: 113, i32: 177, f64: 241 },
  mul: { i32: 181, f64: 242 },
  div: { f64: 243 },
  // Of floats those that do not look for what is no number.
  min: { u8: 119, i32: 182, f64: 246 },
  max: { u8: 121, i32: 184, f64: 247 },
  abs: { i32: 160, f64: 236 },
  floor: { f64: 117 },
  ceil: { f64: 116 },
  and: { mask: 78, u8: 78, i32: 78 },
  or: { mask: 80, u8: 80 },
  not: { mask: 77 },
  '=': { u8: 35, i32: 55, f64: 71 },
  '!=': { u8: 36, i32: 56, f64: 72 },
  '<': { u8: 38, i32: 57, f64: 73 },
  '<=': { u8: 42, i32: 61, f64: 75 },
  '>': { u8: 40, i32: 59, f64: 74 },
  '>=': { u8: 44, i32: 63, f64: 76 },
};

/** One number of memory in every lane. */
export const SPLATS: Readonly<Record<LaneType, number>> = {
  mask: VECTOR.splatByte,
  u8: VECTOR.splatByte,
  i32: VECTOR.splatI32,
  f64: VECTOR.splatI64,
};

/** One number of memory in one lane. */
export const LANE_LOADS: Readonly<Record<LaneType, number>> = {
  mask: VECTOR.loadByteLane,
  u8: VECTOR.loadByteLane,
  i32: VECTOR.loadI32Lane,
  f64: VECTOR.loadI64Lane,
};
