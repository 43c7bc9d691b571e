import type { Range } from '../core/range.ts';

export type ValueColumn = Uint8Array | Int32Array | Float64Array;

/** The narrowest numbers that hold a range and one value beside it for not known. */
export const STORAGES = ['uint8', 'int32', 'float64'] as const;
export type Storage = (typeof STORAGES)[number];

const LARGEST_INT32 = 2 ** 31 - 1;

export function storageOf({ low, high }: Range): Storage {
  if (low >= 0 && high < 255) return 'uint8';
  return low >= -LARGEST_INT32 && high <= LARGEST_INT32 ? 'int32' : 'float64';
}

/** What stands for not known. */
export const UNKNOWN_MARK: Readonly<Record<Storage, number>> = {
  uint8: 255,
  int32: -LARGEST_INT32 - 1,
  float64: Number.NaN,
};

/** Everything is not known at first. */
export function createColumn(storage: Storage, length: number): ValueColumn {
  return createColumnIn(storage, new ArrayBuffer(length * BYTES[storage]), 0, length);
}

export const BYTES: Readonly<Record<Storage, number>> = { uint8: 1, int32: 4, float64: 8 };

export function createColumnIn(storage: Storage, buffer: ArrayBufferLike, at: number, length: number): ValueColumn {
  const column = columnOver(storage, buffer, at, length);
  column.fill(UNKNOWN_MARK[storage]);
  return column;
}

function columnOver(storage: Storage, buffer: ArrayBufferLike, at: number, length: number): ValueColumn {
  switch (storage) {
    case 'uint8':
      return new Uint8Array(buffer, at, length);
    case 'int32':
      return new Int32Array(buffer, at, length);
    case 'float64':
      return new Float64Array(buffer, at, length);
  }
}

/** NaN for not known. */
export function numberIn(column: ValueColumn, storage: Storage, index: number): number {
  const value = column[index] ?? Number.NaN;
  return storage !== 'float64' && value === UNKNOWN_MARK[storage] ? Number.NaN : value;
}

export function setNumber(column: ValueColumn, storage: Storage, index: number, value: number): void {
  column[index] = Number.isNaN(value) ? UNKNOWN_MARK[storage] : value;
}
