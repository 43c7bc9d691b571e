import { expect, test } from 'vitest';
import { float, signed, unsigned } from './bytes.ts';
import { startModule } from './module.ts';
import { writeFunction } from './write-function.ts';

test.each([
  [0, [0]],
  [127, [127]],
  [128, [128, 1]],
  [624_485, [0xe5, 0x8e, 0x26]],
  [2 ** 32 - 1, [255, 255, 255, 255, 15]],
])('%i without a sign is written as %j', (value, bytes) => {
  expect(unsigned(value)).toEqual(bytes);
});

test.each([
  [0, [0]],
  [63, [63]],
  [64, [192, 0]],
  [-64, [64]],
  [-65, [191, 127]],
  [-123_456, [0xc0, 0xbb, 0x78]],
  [2 ** 31 - 1, [255, 255, 255, 255, 7]],
  [-(2 ** 31), [128, 128, 128, 128, 120]],
])('%i with a sign is written as %j', (value, bytes) => {
  expect(signed(value)).toEqual(bytes);
});

test('a float is written with its lowest byte first', () => {
  expect(float(1)).toEqual([0, 0, 0, 0, 0, 0, 240, 63]);
});

test('a loop runs while its index is below the limit, and not at all when it begins there', () => {
  const writer = writeFunction(2);
  const [from, to] = [0, 1];
  writer.loop({ index: from, to, step: 3 }, () => {
    writer.get(from);
    writer.get(from);
    writer.scalarAt('storeByte', 8);
  });
  const { memory, functions } = startModule([{ parameters: 2, code: writer.finish() }], 100);
  const bytes = new Uint8Array(memory.buffer, 8, 12);
  functions[0]?.(2, 9);
  expect([...bytes]).toEqual([0, 0, 2, 0, 0, 5, 0, 0, 8, 0, 0, 0]);
  bytes.fill(0);
  functions[0]?.(4, 4);
  expect([...bytes].every((byte) => byte === 0)).toBe(true);
});
