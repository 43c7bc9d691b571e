import type { Memory } from './columns.ts';
import { BYTES, isConstant, isLeaf, LANES, type LaneOperator, type Lanes, type LaneType } from './graph.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { type Kernel, type Kernels, VECTORS } from './kernels.ts';
import type { WrittenFunction } from './wasm/module.ts';
import { VECTOR } from './wasm/opcodes.ts';
import { type FunctionWriter, type Local, writeFunction } from './wasm/write-function.ts';

const BLOCKS_OF_LANES = 0;
const ROW = 1;
/** Added to a float, it leaves the nearest whole number in the lower half of the bits. */
const TO_WHOLE = 1.5 * 2 ** 52;

/** A function of how many times sixteen elements there are, and where the stretch of their row begins. */
export function emitKernel(kernel: Kernel, { columnFor }: Kernels, memory: Memory): WrittenFunction {
  const writer = writeFunction(2);
  const at: Readonly<Record<LaneType, Local>> = addressesIn(writer);
  const held = new Map<Lanes, readonly Local[]>();
  const heldHere = lanesToHold(kernel, columnFor);
  const column = (lanes: Lanes) => columnFor(lanes, kernel);

  /** One vector of the value is left on the stack. */
  function vector(lanes: Lanes, part: number): void {
    const local = held.get(lanes)?.[part];
    if (local !== undefined) writer.get(local);
    else computeVector(lanes, part);
  }

  function computeVector(lanes: Lanes, part: number): void {
    const kept = lanes.operator === 'column' ? memory.columnAt(lanes.detail) : column(lanes);
    if (kept) {
      writer.get(at[kept.type]);
      writer.vectorAt(VECTOR.load, kept.address + part * LANES);
      return;
    }
    const [first, second, third] = lanes.parts;
    switch (lanes.operator) {
      case 'constant':
        splatConstant(lanes);
        return;
      case 'row':
        writer.get(ROW);
        writer.vectorAt(SPLATS[lanes.type], lanes.detail);
        return;
      case 'convert':
        if (first) convertVector(first, lanes.type, part);
        return;
      case 'select':
        if (first && second && third) selectVector([first, second, third], lanes.type, part);
        return;
      case 'swizzle':
        writer.get(ROW);
        writer.vectorAt(VECTOR.load, lanes.detail);
        if (first) vector(first, 0);
        writer.vector(VECTOR.swizzle);
        return;
      case 'joined':
        joinBytes(lanes.parts, part);
        return;
      case 'keyed':
        if (first) answers(lanes, first, second, part);
        return;
      default:
        if (lanes.type === 'mask' && first && first.type !== 'mask')
          compareVectors(lanes.operator, lanes.parts, first.type);
        else {
          for (const one of lanes.parts) vector(one, part);
          apply(lanes.operator, lanes.type);
        }
    }
  }

  function apply(operator: LaneOperator, type: LaneType): void {
    const instruction = INSTRUCTIONS[operator]?.[type];
    if (instruction === undefined) throw new Error(`there is no ${operator} of ${type}`);
    writer.vector(instruction);
  }

  function splatConstant({ type, detail }: Lanes): void {
    if (detail === 0 || (type === 'mask' && detail === 1)) {
      writer.bytes(
        'constant',
        Array.from({ length: LANES }, () => (detail === 0 ? 0 : 255)),
      );
      return;
    }
    writer.int(memory.constant(type, detail));
    writer.vectorAt(SPLATS[type], 0);
  }

  /** Wide comparisons are packed into one byte each. */
  function compareVectors(operator: LaneOperator, parts: readonly Lanes[], type: LaneType): void {
    packed(type, (part) => {
      for (const one of parts) vector(one, part);
      apply(operator, type);
    });
  }

  function packed(type: LaneType, push: (part: number) => void): void {
    const integers = (part: number) => {
      if (type !== 'f64') push(part);
      else {
        push(2 * part);
        push(2 * part + 1);
        writer.bytes('shuffle', LOW_HALVES);
      }
    };
    if (type === 'u8') push(0);
    else packIntegers(integers, VECTOR.narrowI16);
  }

  function packIntegers(push: (part: number) => void, narrow: number): void {
    for (const pair of [0, 2]) {
      push(pair);
      push(pair + 1);
      writer.vector(VECTOR.narrowI32);
    }
    writer.vector(narrow);
  }

  function convertVector(from: Lanes, to: LaneType, part: number): void {
    if (from.type === 'u8') {
      vector(from, 0);
      writer.vector(part < 2 ? VECTOR.extendLowU8 : VECTOR.extendHighU8);
      writer.vector(part % 2 === 0 ? VECTOR.extendLowU16 : VECTOR.extendHighU16);
    } else if (to === 'f64') {
      vector(from, part >> 1);
      if (part % 2 === 1) {
        const whole = writer.local('v128');
        writer.set(whole);
        writer.get(whole);
        writer.get(whole);
        writer.bytes('shuffle', HIGH_FIRST);
      }
      writer.vector(VECTOR.floatOfLowI32);
    } else if (from.type === 'f64') {
      for (const half of [2 * part, 2 * part + 1]) {
        vector(from, half);
        splatConstant(from.graph.constant('f64', TO_WHOLE));
        writer.vector(VECTOR.addF64);
      }
      writer.bytes('shuffle', LOW_HALVES);
    } else packIntegers((one) => vector(from, one), VECTOR.narrowI16Unsigned);
  }

  function selectVector([mask, chosen, otherwise]: readonly [Lanes, Lanes, Lanes], type: LaneType, part: number): void {
    if (isConstant(otherwise, 0)) {
      vector(chosen, part);
      widened(mask, type, part);
      writer.vector(VECTOR.and);
    } else if (isConstant(chosen, 0)) {
      vector(otherwise, part);
      widened(mask, type, part);
      writer.vector(VECTOR.andNot);
    } else {
      vector(chosen, part);
      vector(otherwise, part);
      widened(mask, type, part);
      writer.vector(VECTOR.bitselect);
    }
  }

  /** The bytes of a mask as wide as the numbers it chooses between. */
  function widened(mask: Lanes, type: LaneType, part: number): void {
    vector(mask, 0);
    if (type === 'mask' || type === 'u8') return;
    const integers = type === 'f64' ? part >> 1 : part;
    writer.vector(integers < 2 ? VECTOR.extendLowI8 : VECTOR.extendHighI8);
    writer.vector(integers % 2 === 0 ? VECTOR.extendLowI16 : VECTOR.extendHighI16);
    if (type === 'f64') writer.vector(part % 2 === 0 ? VECTOR.extendLowI32 : VECTOR.extendHighI32);
  }

  function joinBytes(bytes: readonly Lanes[], part: number): void {
    for (const pair of [bytes.slice(0, 2), bytes.slice(2)]) {
      for (const one of pair) vector(one, 0);
      writer.bytes('shuffle', part < 2 ? LOW_BYTES_IN_TURN : HIGH_BYTES_IN_TURN);
    }
    writer.bytes('shuffle', part % 2 === 0 ? LOW_PAIRS_IN_TURN : HIGH_PAIRS_IN_TURN);
  }

  /** Lane by lane: each has its own address. */
  function answers({ type, detail }: Lanes, key: Lanes, base: Lanes | undefined, part: number): void {
    const lanes = LANES / VECTORS[type];
    const shift = Math.log2(BYTES[type]);
    // The last address is at the bottom of the stack.
    for (let lane = lanes - 1; lane >= 0; lane -= 1) {
      const element = part * lanes + lane;
      vector(key, element >> 2);
      writer.vector(VECTOR.laneOfI32, element & 3);
      if (shift > 0) {
        writer.int(shift);
        writer.scalar('shiftLeftI32');
      }
      if (base) {
        vector(base, element >> 2);
        writer.vector(VECTOR.laneOfI32, element & 3);
      } else writer.get(ROW);
      writer.scalar('addI32');
    }
    writer.bytes('constant', ZERO);
    for (let lane = 0; lane < lanes; lane += 1) writer.vectorAt(LANE_LOADS[type], detail, lane);
  }

  /** Everything the value is made of that is needed more than once. */
  function prepare(lanes: Lanes): void {
    if (held.has(lanes)) return;
    if (!column(lanes)) for (const part of lanes.parts) prepare(part);
    if (!heldHere.has(lanes)) return;
    const locals = Array.from({ length: VECTORS[lanes.type] }, (_, part) => {
      computeVector(lanes, part);
      const local = writer.local('v128');
      writer.set(local);
      return local;
    });
    held.set(lanes, locals);
  }

  writer.loop({ index: at.mask, to: lastIn(writer), step: LANES }, () => {
    for (const { lanes, column: to } of kernel.stores) {
      prepare(lanes);
      for (let part = 0; part < VECTORS[lanes.type]; part += 1) {
        writer.get(at[to.type]);
        vector(lanes, part);
        writer.vectorAt(VECTOR.store, to.address + part * LANES);
      }
    }
    for (const type of ['i32', 'f64'] as const) {
      writer.get(at[type]);
      writer.int(LANES * BYTES[type]);
      writer.scalar('addI32');
      writer.set(at[type]);
    }
  });
  return { parameters: 2, code: writer.finish() };
}

/** How far the columns of each width have been worked through. */
function addressesIn(writer: FunctionWriter): Readonly<Record<LaneType, Local>> {
  const bytes = writer.local('i32');
  return { mask: bytes, u8: bytes, i32: writer.local('i32'), f64: writer.local('i32') };
}

function lastIn(writer: FunctionWriter): Local {
  const last = writer.local('i32');
  writer.get(BLOCKS_OF_LANES);
  writer.int(Math.log2(LANES));
  writer.scalar('shiftLeftI32');
  writer.set(last);
  return last;
}

/** What is read more than once, by several or by something wider. */
function lanesToHold(kernel: Kernel, columnFor: Kernels['columnFor']): ReadonlySet<Lanes> {
  const reads = new Map<Lanes, number>();
  const count = (lanes: Lanes, times: number): void => {
    // What stands in memory is read from there, unless one vector of it is read for several.
    if ((isLeaf(lanes) || columnFor(lanes, kernel)) && times === 1) return;
    const before = reads.get(lanes) ?? 0;
    reads.set(lanes, before + times);
    if (before > 0 || columnFor(lanes, kernel)) return;
    for (const part of lanes.parts) count(part, readsOfPart(lanes, part));
  };
  for (const { lanes } of kernel.stores) count(lanes, 1);
  return new Set(
    [...reads].filter(([lanes, times]) => times > 1 && lanes.operator !== 'constant').map(([lanes]) => lanes),
  );
}

/** How often each vector of a part is read for all vectors of the whole. */
function readsOfPart(whole: Lanes, part: Lanes): number {
  if (whole.operator === 'keyed') return LANES;
  return Math.max(1, VECTORS[whole.type] / VECTORS[part.type]);
}

export const SPLATS: Readonly<Record<LaneType, number>> = {
  mask: VECTOR.splatByte,
  u8: VECTOR.splatByte,
  i32: VECTOR.splatI32,
  f64: VECTOR.splatI64,
};

const LANE_LOADS: Readonly<Record<LaneType, number>> = {
  mask: VECTOR.loadByteLane,
  u8: VECTOR.loadByteLane,
  i32: VECTOR.loadI32Lane,
  f64: VECTOR.loadI64Lane,
};

const ZERO = Array.from({ length: LANES }, () => 0);
/** The first of each two integers of both vectors. */
const LOW_HALVES = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];
const LOW_BYTES_IN_TURN = [0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23];
const HIGH_BYTES_IN_TURN = LOW_BYTES_IN_TURN.map((byte) => byte + 8);
const LOW_PAIRS_IN_TURN = [0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23];
const HIGH_PAIRS_IN_TURN = LOW_PAIRS_IN_TURN.map((byte) => byte + 8);
const HIGH_FIRST = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];
