import { expect, test } from 'vitest';
import type { Who } from '../../explanation/formula.ts';
import type { Unit } from '../../policy/unit.ts';
import { fewValuesOf } from './few-values.ts';
import { whoAt } from './who-at.ts';

type Asked = readonly [value: number, who: Who | undefined, manner: number];

const MANNERS = 6;
const VALUES = [Number.NaN, 0, 1, 2];

/** How often something is made when each of these is asked for twice, and that nobody gets another’s. */
function timesMade(unit: Unit, asked: readonly Asked[]): number {
  let times = 0;
  const entry = {
    id: 'fact',
    on: 'person',
    slot: 0,
    isFact: true,
    unit,
    per: null,
    options: [],
    range: { low: 0, high: 2 },
  } as const;
  const find = fewValuesOf(entry, MANNERS, (...one) => {
    times += 1;
    return one;
  });
  for (const one of [...asked, ...asked]) expect(find(...one)).toEqual(one);
  return times;
}

function of(who: Who | undefined, values: readonly number[] = VALUES): readonly Asked[] {
  return values.flatMap((value) => Array.from({ length: MANNERS }, (_, manner) => [value, who, manner] as const));
}

const firstMembers = Array.from({ length: 8 }, (_, index) => whoAt('person', index));

test.each<Unit>(['flag', 'text'])('what is said of a %s is made once for each person, value and manner', (unit) => {
  const asked = [undefined, ...firstMembers].flatMap((who) => of(who));
  expect(timesMade(unit, asked)).toBe(asked.length);
});

test('figures are made as they come; only that one is not known is made once', () => {
  const known = of(whoAt('person', 0), [0, 1]);
  expect(timesMade('fen', known)).toBe(2 * known.length);
  const open = of(whoAt('person', 0), [Number.NaN]);
  expect(timesMade('fen', open)).toBe(open.length);
});

test('of the ninth person on nothing is kept', () => {
  const ninth = of(whoAt('person', 8));
  expect(timesMade('flag', ninth)).toBe(2 * ninth.length);
});
