import { expect, test } from 'vitest';
import {
  aComparison,
  aFigure,
  anExplanation,
  anOperation,
  aPolicySource,
  aSide,
  inWords,
} from '../../testing/a-formula.ts';
import type { Explanation } from './explanation.ts';
import type { Figure, Formula, Who } from './formula.ts';
import { toldInFull } from './in-full.ts';

const member = (index: number): Who => ({ on: 'person', index });
const source = { ...aPolicySource, kind: 'rule', sentence: null } as const;
const aRule = (id: string, children: readonly Explanation[] = [], parts: Partial<Explanation> = {}) =>
  anExplanation({ id, source, children, ...parts });
const aFact = (id: string, who?: Who) =>
  anExplanation({ id, source: { kind: 'fact', provenance: 'stated' }, ...(who && { who }) });
const figure = (id: string | null, who?: Who): Figure =>
  aFigure(1, 'fen', { id, label: inWords('甲', 'a'), ...(who && { who }) });
const [a, b, c] = [figure('a'), figure('b'), figure('c')];
const employed: Formula = { kind: 'flag', expected: true, of: c };

/** `id(below)`, and whose. */
function outline({ id, who, children }: Explanation): string {
  const name = who ? `${id}${who.on === 'person' ? '@' : '#'}${who.index}` : id;
  return children.length === 0 ? name : `${name}(${children.map(outline).join(' ')})`;
}

test.each<[string, Formula, string]>([
  ['a figure', a, 'a'],
  ['the parts of a calculation', anOperation('+', a, anOperation('*', b, c)), 'a b c'],
  ['both sides of a comparison', aComparison('<', a, b), 'a b'],
  ['what is one of several', { kind: 'membership', isNegated: false, of: aSide(a), among: [b, c] }, 'a b c'],
  [
    'what lies between',
    {
      kind: 'within',
      isNegated: false,
      of: aSide(a),
      low: aSide(b),
      high: aSide(c),
      isLowIncluded: true,
      isHighIncluded: true,
    },
    'a b c',
  ],
  ['what is rounded', { kind: 'rounded', way: 'floor', to: 1, unit: 'fen', of: b }, 'b'],
  ['what must be so', employed, 'c'],
  ['all of several', { kind: 'combination', operator: 'and', parts: [employed, aComparison('<', a, b)] }, 'c a b'],
  ['the way that was taken', { kind: 'chosen', holds: 'no', condition: employed, ifSo: null, otherwise: b }, 'b'],
  [
    'both ways while it is open',
    { kind: 'chosen', holds: 'unknown', condition: employed, ifSo: a, otherwise: b },
    'a b',
  ],
  ['those who count', { kind: 'total', fold: 'sum', over: 'person', item: c, where: null, parts: [a, b] }, 'a b'],
  ['a total without figures', { kind: 'total', fold: 'sum', over: 'person', item: c, where: null, parts: null }, ''],
  [
    'not of members, who are told below',
    { kind: 'members', quantifier: 'some', over: 'person', where: null, condition: employed },
    '',
  ],
  ['not of a bare number', anOperation('+', figure(null), a), 'a'],
  ['not of what nobody told', figure('nowhere'), ''],
])('what a formula rests on is put back: %s', (_, formula, below) => {
  const all = aRule('all', [aFact('a'), aFact('b'), aFact('c')]);
  const { children } = toldInFull([all], aRule('one', [], { formula }));
  expect(children.map(outline).join(' ')).toBe(below);
});

test('a rule that was told before comes back with all below it', () => {
  const first = aRule('first', [aRule('total', [aFact('wage')])]);
  const second = aRule('second', [aRule('total')]);
  expect(outline(toldInFull([first, second], second))).toBe('second(total(wage))');
  expect(outline(toldInFull([second, first], second))).toBe('second(total(wage))');
});

test('a rule that has something below keeps that alone', () => {
  const first = aRule('first', [aRule('total', [aFact('wage'), aFact('rent')])]);
  expect(outline(toldInFull([first], aRule('second', [aRule('total', [aFact('wage')])])))).toBe('second(total(wage))');
});

test('of one member it is theirs, not the other’s nor an event’s', () => {
  const of = (who: Who) => aRule('total', [aFact('wage', who)], { who });
  const all = aRule('first', [of(member(0)), of(member(1)), of({ on: 'event', index: 1 })]);
  expect(outline(toldInFull([all], aRule('second', [aRule('total', [], { who: member(1) })])))).toBe(
    'second(total@1(wage@1))',
  );
  const named = aRule('second', [], { formula: figure('wage', member(1)) });
  expect(outline(toldInFull([all], named))).toBe('second(wage@1)');
});

test('within one explanation each is told once', () => {
  const all = aRule('first', [aRule('total', [aFact('wage')])]);
  const twice = aRule('second', [aRule('total'), aRule('other', [aRule('total')])]);
  expect(outline(toldInFull([all], twice))).toBe('second(total(wage) other(total))');
  const named = aRule('second', [aFact('a'), aRule('other', [], { formula: a })], { formula: a });
  expect(outline(toldInFull([aRule('all', [aFact('a')])], named))).toBe('second(a other)');
});

test('a statement has no name: two of the same place are both told whole', () => {
  const statement = (child: string) => anExplanation({ id: 'total@3', outcome: 'no', children: [aFact(child)] });
  expect(outline(toldInFull([], aRule('one', [statement('a'), statement('b')])))).toBe('one(total@3(a) total@3(b))');
  const formula = figure('total@3');
  expect(outline(toldInFull([aRule('all', [statement('a')])], aRule('one', [], { formula })))).toBe('one');
});

test('nothing but rules is filled up: a fact below which nothing stands stays so', () => {
  const fact = { ...aFact('a'), children: [aFact('b')] };
  expect(outline(toldInFull([aRule('all', [fact])], aRule('one', [aFact('a')])))).toBe('one(a)');
});
