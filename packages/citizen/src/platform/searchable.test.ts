import { expect, test } from 'vitest';
import { searchable } from './searchable.ts';

test('nothing is searched while a word is still being spelled', () => {
  expect(searchable("san'cha")).toBe('');
  expect(searchable('三cha')).toBe('三');
  expect(searchable(' 石婆店 三岔 ')).toBe('石婆店 三岔');
});
