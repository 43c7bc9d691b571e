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

/** Shared, so that workers read and write one copy, unless one alone uses it; everything is not known at first. */
export function createColumn(storage: Storage, length: number, isShared = true): ValueColumn {
  const bytes = length * BYTES[storage];
  const column = columnOver(storage, isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  column.fill(UNKNOWN_MARK[storage]);
  return column;
}

const BYTES: Readonly<Record<Storage, number>> = { uint8: 1, int32: 4, float64: 8 };

function columnOver(storage: Storage, buffer: ArrayBufferLike): ValueColumn {
  switch (storage) {
    case 'uint8':
      return new Uint8Array(buffer);
    case 'int32':
      return new Int32Array(buffer);
    case 'float64':
      return new Float64Array(buffer);
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
