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

test('a module copies both ways, those bytes and no others', () => {
  const own = startModule([], 1).memory;
  const { columns, memory } = shareColumns([{ storage: 'uint8', length: 20 }]);
  const column = columns[0] ?? new Uint8Array();
  const copier = memory && copierBetween(own, memory);
  if (!copier) throw new Error('this engine has no modules of two memories');
  column.set([1, 2, 3, 4, 5, 6]);
  copier.take(8, 1, 3);
  expect([...new Uint8Array(own.buffer, 6, 7)]).toEqual([0, 0, 2, 3, 4, 0, 0]);
  copier.leave(10, 8, 3);
  expect([...column.subarray(8, 15)]).toEqual([255, 255, 2, 3, 4, 255, 255]);
  expect(() => copier.leave(memory.buffer.byteLength - 1, 8, 2)).toThrow('out of bounds');
});
