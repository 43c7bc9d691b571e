import { expect, test } from 'vitest';
import { aComparison, aFigure, anExplanation, anOperation, aSide, inWords } from '../../testing/a-formula.ts';
import type { Formula } from './formula.ts';
import { asItIs, findOpposite } from './opposite.ts';

const a = aFigure(1, 'count', { label: inWords('甲', 'a') });
const b = aFigure(2, 'count');
const flag = (expected: boolean): Formula => ({ kind: 'flag', expected, of: a });
const among = (isNegated: boolean): Formula => ({ kind: 'membership', isNegated, of: aSide(a), among: [b] });
const within = (isNegated: boolean): Formula => {
  const sides = { of: aSide(a), low: aSide(b), high: aSide(b), isLowIncluded: true, isHighIncluded: false };
  return { kind: 'within', isNegated, ...sides };
};
const members = (quantifier: 'some' | 'every', condition: Formula): Formula => {
  return { kind: 'members', quantifier, over: 'event', where: null, condition };
};
const several = (operator: 'and' | 'or', ...parts: readonly Formula[]): Formula => ({
  kind: 'combination',
  operator,
  parts,
});

test.each<[Formula, Formula]>([
  [aComparison('=', a, b), aComparison('!=', a, b)],
  [aComparison('<', a, b), aComparison('>=', a, b)],
  [aComparison('<=', a, b), aComparison('>', a, b)],
  [flag(true), flag(false)],
  [among(true), among(false)],
  [within(true), within(false)],
  [several('and', flag(true), among(false)), several('or', flag(false), among(true))],
  [members('some', flag(true)), members('every', flag(false))],
])('the opposite of a condition, there and back: %#', (one, other) => {
  expect([findOpposite(one), findOpposite(other)]).toEqual([other, one]);
});

test('what has no short opposite has none as a part either', () => {
  const plain = anOperation('+', a, b);
  expect(findOpposite(plain)).toBeUndefined();
  expect(findOpposite(several('and', flag(true), plain))).toBeUndefined();
  expect(findOpposite(members('some', plain))).toBeUndefined();
});

test('of a choice what did not hold is told as that which does, with all below it', () => {
  const statement = (outcome: 'yes' | 'no', formula: Formula) => anExplanation({ outcome, formula });
  const failed = {
    ...statement('no', flag(true)),
    children: [statement('no', within(true)), statement('yes', flag(true))],
  };
  expect(asItIs(failed)).toEqual({
    ...statement('yes', flag(false)),
    children: [statement('yes', within(false)), statement('yes', flag(true))],
  });
});

test('a choice requires nothing: what a fact had to be is left out', () => {
  expect(asItIs({ ...anExplanation({ outcome: 'no' }), expected: true })).toEqual(anExplanation({ outcome: 'no' }));
});

test('what is open, has a source or has no opposite stays', () => {
  const source = { kind: 'calculation' } as const;
  for (const node of [
    anExplanation({ outcome: 'unknown', formula: flag(true) }),
    anExplanation({ outcome: 'no', formula: flag(true), source }),
    anExplanation({ outcome: 'no', formula: a }),
    anExplanation({ outcome: 'no' }),
  ]) {
    expect(asItIs(node)).toBe(node);
  }
});
