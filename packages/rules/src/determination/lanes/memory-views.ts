import type { ValueColumn } from '../batch/storage.ts';
import { BLOCK, type LaneColumn, type Memory } from './columns.ts';
import { LANES, type LaneType } from './graph.ts';

/** Columns of the memory of a module as arrays. */
export function viewOf(memory: ArrayBuffer, { scope, type, address }: LaneColumn): ValueColumn {
  const length = BLOCK[scope] + LANES;
  if (type === 'f64') return new Float64Array(memory, address, length);
  return type === 'i32' ? new Int32Array(memory, address, length) : new Uint8Array(memory, address, length);
}

export function writeConstants(memory: ArrayBuffer, constants: ReturnType<Memory['constants']>): void {
  const view = new DataView(memory);
  for (const { type, value, address } of constants) WRITE[type](view, address, value);
}

const WRITE: Readonly<Record<LaneType, (view: DataView, address: number, value: number) => void>> = {
  mask: (view, address, value) => view.setUint8(address, value === 0 ? 0 : 255),
  u8: (view, address, value) => view.setUint8(address, value),
  i32: (view, address, value) => view.setInt32(address, value, true),
  f64: (view, address, value) => view.setFloat64(address, value, true),
};
