import { expect, test } from 'vitest';
import { copierBetween } from '../lanes/wasm/copier.ts';
import { startModule } from '../lanes/wasm/module.ts';
import { shareColumns } from './column-memory.ts';
import { UNKNOWN_MARK } from './storage.ts';

const WANTED = [
  { storage: 'uint8', length: 3 },
  { storage: 'float64', length: 2 },
  { storage: 'int32', length: 5 },
] as const;

test('columns stand side by side, none over another, and nothing is known at first', () => {
  const { columns, memory } = shareColumns(WANTED);
  expect(columns.map(({ length }) => length)).toEqual([3, 2, 5]);
  for (const [index, column] of columns.entries()) {
    expect(column.buffer).toBe(memory?.buffer);
    expect([...column].every((value) => Object.is(value, UNKNOWN_MARK[WANTED[index]?.storage ?? 'uint8']))).toBe(true);
  }
  for (const [index, column] of columns.entries()) column.fill(index);
  expect(columns.map((column) => [...new Set(column)])).toEqual([[0], [1], [2]]);
});

test('a module copies both ways, of each column those bytes and no others', () => {
  const own = startModule([], 1).memory;
  const { columns, memory } = shareColumns([
    { storage: 'uint8', length: 20 },
    { storage: 'uint8', length: 20 },
  ]);
  const copier = memory && copierBetween(own, memory);
  if (!copier) throw new Error('this engine has no modules of two memories');
  const [one = new Uint8Array(), other = new Uint8Array()] = columns;
  one.set([1, 2, 3, 4, 5, 6]);
  other.set([11, 12, 13, 14, 15, 16]);
  const places = Int32Array.of(108, one.byteOffset, 118, other.byteOffset);
  new Int32Array(own.buffer, 16, 4).set(places);
  copier.take(16, 16 + places.byteLength, 1, 3);
  expect([...new Uint8Array(own.buffer, 106, 17)]).toEqual([0, 0, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 12, 13, 14, 0, 0]);
  copier.leave(16, 16 + places.byteLength, 10, 3);
  expect([...one.subarray(8, 15)]).toEqual([255, 255, 2, 3, 4, 255, 255]);
  expect([...other.subarray(8, 15)]).toEqual([255, 255, 12, 13, 14, 255, 255]);
  expect(() => copier.leave(16, 24, memory.buffer.byteLength - 1, 2)).toThrow('out of bounds');
});
