import type { Memory } from './columns.ts';
import { emitVector, type VectorContext } from './emit-vector.ts';
import { BYTES, isLeaf, LANES, type Lanes, VECTORS } from './graph.ts';
import type { Kernel, Kernels } from './kernels.ts';
import type { WrittenFunction } from './wasm/module.ts';
import { VECTOR } from './wasm/opcodes.ts';
import { type Local, writeFunction } from './wasm/write-function.ts';

const ELEMENTS = 0;
const ROW = 1;

/** A function of how many elements there are, and where the stretch of their row begins. */
export function emitKernel(kernel: Kernel, { columnFor }: Kernels, memory: Memory): WrittenFunction {
  const writer = writeFunction(2);
  const bytes = writer.local('i32');
  const at = { mask: bytes, u8: bytes, i32: writer.local('i32'), f64: writer.local('i32') };
  const column = (lanes: Lanes) =>
    lanes.operator === 'column' ? memory.columnAt(lanes.detail) : columnFor(lanes, kernel);
  const held = new Map<Lanes, readonly Local[]>();
  const toHold = lanesToHold(kernel, column);
  const context: VectorContext = { writer, memory, at, row: ROW, column, push };

  function push(lanes: Lanes, part: number): void {
    const local = held.get(lanes)?.[part];
    if (local === undefined) emitVector(lanes, part, context);
    else writer.get(local);
  }

  /** Whatever it is made of that is needed more than once. */
  function prepare(lanes: Lanes): void {
    if (held.has(lanes)) return;
    if (!column(lanes)) for (const part of lanes.parts) prepare(part);
    if (!toHold.has(lanes)) return;
    const locals = Array.from({ length: VECTORS[lanes.type] }, (_, part) => {
      emitVector(lanes, part, context);
      const local = writer.local('v128');
      writer.set(local);
      return local;
    });
    held.set(lanes, locals);
  }

  writer.loop({ index: at.mask, to: ELEMENTS, step: LANES }, () => {
    for (const { lanes, column: to } of kernel.stores) {
      prepare(lanes);
      for (let part = 0; part < VECTORS[lanes.type]; part += 1) {
        writer.get(at[to.type]);
        push(lanes, part);
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

/** What is read more than once, by several or by something wider; what stands in memory is read from there. */
function lanesToHold({ stores }: Kernel, column: VectorContext['column']): ReadonlySet<Lanes> {
  const reads = new Map<Lanes, number>();
  const count = (lanes: Lanes, times: number): void => {
    const isThere = isLeaf(lanes) || column(lanes) !== undefined;
    if (isThere && times === 1) return;
    const before = reads.get(lanes) ?? 0;
    reads.set(lanes, before + times);
    if (before > 0 || isThere) return;
    for (const part of lanes.parts) count(part, readsOfPart(lanes, part));
  };
  for (const { lanes } of stores) count(lanes, 1);
  const several = [...reads].filter(([lanes, times]) => times > 1 && lanes.operator !== 'constant');
  return new Set(several.map(([lanes]) => lanes));
}

/** How often each vector of a part is read for all vectors of the whole. */
function readsOfPart(whole: Lanes, part: Lanes): number {
  if (whole.operator === 'keyed') return LANES;
  return Math.max(1, VECTORS[whole.type] / VECTORS[part.type]);
}
