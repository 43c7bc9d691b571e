import { expect, test } from 'vitest';
import type { Row } from '../policy/unit.ts';
import { cautionsOfLadder } from './ladder-cautions.ts';

const YUAN = 100;
const step = (level: string, cap: number | null, together: number | null): Row => ({
  level,
  labelZh: level,
  labelEn: level,
  capFen: cap === null ? null : cap * YUAN,
  cumulativeCapFen: together === null ? null : together * YUAN,
  money: 'fiscal',
  administrativeAct: true,
});
const told = (...rows: Row[]) => cautionsOfLadder(rows).map(({ zh }) => zh);

test('the ladder of Yu’an, and one without caps, are fine', () => {
  expect(told(step('village', 1000, null), step('township', 2000, 3000), step('county', null, null))).toEqual([]);
  expect(told(step('township', 3000, 3000))).toEqual([]);
});

test('a cap beyond the one together is never reached', () => {
  expect(told(step('village', 1000, null), step('township', 3001, 3000))).toEqual([
    '“township”本级封顶3,001元高于累计封顶3,000元，永远用不到，请核对。',
  ]);
});

test('what a lower level pays alone fits under the cap together', () => {
  expect(told(step('village', 1000, null), step('township', 500, 800))).toEqual([
    '“township”的累计封顶800元低于“village”本级封顶1,000元，请核对。',
  ]);
});

test('levels go from the lowest up', () => {
  expect(told(step('township', 2000, null), step('village', 1000, null))).toEqual([
    '“village”排在“township”之后，层级应当由低到高，请核对。',
  ]);
});
