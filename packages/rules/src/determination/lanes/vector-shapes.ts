import { LANES, type LaneType } from './graph.ts';
import { VECTOR } from './wasm/opcodes.ts';
import type { FunctionWriter } from './wasm/write-function.ts';

/** Leaves one vector on the stack: that of a value from sixteen lanes times `part` bytes on. */
export type Push = (part: number) => void;

/** Added to a float, it leaves the nearest whole number in the lower half of the bits. */
export const TO_WHOLE = 1.5 * 2 ** 52;

/** A mask of wide numbers as one byte each. */
export function packMask(writer: FunctionWriter, type: LaneType, push: Push): void {
  if (type === 'u8') push(0);
  else if (type === 'i32') packIntegers(writer, push, VECTOR.narrowI16);
  else packIntegers(writer, (part) => pushLowHalves(writer, part, push), VECTOR.narrowI16);
}

export function bytesOfIntegers(writer: FunctionWriter, push: Push): void {
  packIntegers(writer, push, VECTOR.narrowI16Unsigned);
}

function packIntegers(writer: FunctionWriter, push: Push, narrow: number): void {
  for (const pair of [0, 2]) {
    push(pair);
    push(pair + 1);
    writer.vector(VECTOR.narrowI32);
  }
  writer.vector(narrow);
}

/** Of two vectors of four numbers of eight bytes the lower four bytes of each. */
export function pushLowHalves(writer: FunctionWriter, part: number, push: Push): void {
  push(2 * part);
  push(2 * part + 1);
  writer.bytes('shuffle', LOW_HALVES);
}

/** The bytes on the stack, those of the part, as integers. */
export function integersOfBytes(writer: FunctionWriter, part: number): void {
  writer.vector(part < 2 ? VECTOR.extendLowU8 : VECTOR.extendHighU8);
  writer.vector(part % 2 === 0 ? VECTOR.extendLowU16 : VECTOR.extendHighU16);
}

/** Two of the four integers on the stack as floats. */
export function floatsOfIntegers(writer: FunctionWriter, part: number): void {
  if (part % 2 === 1) {
    const whole = writer.local('v128');
    writer.set(whole);
    writer.get(whole);
    writer.get(whole);
    writer.bytes('shuffle', HIGH_FIRST);
  }
  writer.vector(VECTOR.floatOfLowI32);
}

/** The mask on the stack as wide as numbers of the type. */
export function widenMask(writer: FunctionWriter, type: LaneType, part: number): void {
  if (type === 'mask' || type === 'u8') return;
  const integers = type === 'f64' ? part >> 1 : part;
  writer.vector(integers < 2 ? VECTOR.extendLowI8 : VECTOR.extendHighI8);
  writer.vector(integers % 2 === 0 ? VECTOR.extendLowI16 : VECTOR.extendHighI16);
  if (type === 'f64') writer.vector(part % 2 === 0 ? VECTOR.extendLowI32 : VECTOR.extendHighI32);
}

/** Integers of which each of the four bytes comes from a vector of its own. */
export function joinBytes(writer: FunctionWriter, part: number, push: (byte: number) => void): void {
  for (const pair of [0, 2]) {
    push(pair);
    push(pair + 1);
    writer.bytes('shuffle', part < 2 ? LOW_BYTES_IN_TURN : HIGH_BYTES_IN_TURN);
  }
  writer.bytes('shuffle', part % 2 === 0 ? LOW_PAIRS_IN_TURN : HIGH_PAIRS_IN_TURN);
}

export function bytesAlike(byte: number): readonly number[] {
  return Array.from({ length: LANES }, () => byte);
}

/** Bytes of two vectors: those of the second are numbered from 16 on. */
const LOW_HALVES = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
const LOW_BYTES_IN_TURN = [0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23];
const HIGH_BYTES_IN_TURN = LOW_BYTES_IN_TURN.map((byte) => byte + 8);
const LOW_PAIRS_IN_TURN = [0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23];
const HIGH_PAIRS_IN_TURN = LOW_PAIRS_IN_TURN.map((byte) => byte + 8);
const HIGH_FIRST = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
