import { expect, test } from 'vitest';
import { fill } from './words.ts';

/** What was filled once is remembered: each time another. */
let times = 0;
function fresh(zh: string): { readonly zh: string; readonly en: string } {
  times += 1;
  return { zh: `${times}${zh}`, en: zh };
}

test('words are filled by number, in any order, and without one by the first', () => {
  const words = fresh('从{1}到{0}（{}）');
  expect([fill(words, 'zh', '甲', '乙'), fill(words, 'zh', '丙', '丁')]).toEqual([
    `${times}从乙到甲（甲）`,
    `${times}从丁到丙（丙）`,
  ]);
});

test('what is not given leaves nothing, and other brackets stand', () => {
  expect(fill(fresh('{0}{1}{x}{12}'), 'zh', '甲')).toBe(`${times}甲{x}{12}`);
});
