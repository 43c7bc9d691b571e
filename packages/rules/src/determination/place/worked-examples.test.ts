import { expect, test } from 'vitest';
import { aPack, aQuestion, aRule } from '../../../testing/a-policy.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import type { Vector } from '../../policy/pack.ts';
import { createRulebook } from './rulebook.ts';
import { factsOf, runVector } from './run-vector.ts';

const empty: HouseholdFacts = { household: {}, members: [] };

function anExample(id: string, facts: HouseholdFacts, parts: Partial<Vector> = {}): Vector {
  return { id, title: { zh: id, en: id }, on: '2026-03-01', like: null, facts, expect: empty, clause: null, ...parts };
}

const pack = aPack({
  questions: [aQuestion('age', 'count', { on: 'person' }), aQuestion('loss', 'count', { on: 'event' })],
  rules: [aRule('isAdult', 'flag', 'age >= 18', { on: 'person' }), aRule('isBig', 'flag', 'loss > 5', { on: 'event' })],
});

function run(vector: Vector) {
  return runVector(createRulebook(), { chain: [pack], on: '2000-01-01', version: 'v' }, vector);
}

test('an example without a word about values comes out', () => {
  expect(run(anExample('a', { household: {}, members: [{}] }))).toEqual({ ok: true });
});

test('each member and each event is compared by itself', () => {
  const facts = { household: {}, members: [{ age: 30 }, { age: 17 }], events: [{ loss: 5 }, { loss: 6 }] };
  const right = { household: {}, members: [{ isAdult: true }, { isAdult: false }], events: [{}, { isBig: true }] };
  expect(run(anExample('a', facts, { expect: right }))).toEqual({ ok: true });
  const wrong = { household: {}, members: [{}, { isAdult: true }], events: [{ isBig: true }] };
  expect(run(anExample('a', facts, { expect: wrong }))).toEqual({
    ok: false,
    mismatches: [
      { path: ['members', 1, 'isAdult'], expected: true, found: false },
      { path: ['events', 0, 'isBig'], expected: true, found: false },
    ],
    issues: [],
  });
});

test('a value of the members cannot be expected of the household', () => {
  const facts = { household: {}, members: [{ age: 30 }] };
  expect(run(anExample('a', facts, { expect: { household: { isAdult: null }, members: [] } }))).toMatchObject({
    mismatches: [{ path: ['household', 'isAdult'], expected: null, found: null }],
  });
});

test('an example has its own facts over those of the one it is like, which has its own over another', () => {
  const first = anExample('a', { household: { rooms: 1, area: 'urban' }, members: [{ age: 30 }, { age: 5 }] });
  const second = anExample('b', { household: { rooms: 2 }, members: [{ age: 31 }] }, { like: 'a' });
  const third = anExample('c', { household: {}, members: [{}, {}, { age: 1 }], events: [{ loss: 1 }] }, { like: 'b' });
  const other = anExample('d', { household: { rooms: 9 }, members: [] });
  expect(factsOf(third, [other, first, second, third])).toEqual({
    household: { rooms: 2, area: 'urban' },
    members: [{ age: 31 }, { age: 5 }, { age: 1 }],
    events: [{ loss: 1 }],
  });
  expect(factsOf(first, [other, first])).toEqual(first.facts);
  const fewer = anExample('e', { household: {}, members: [], events: [{}] }, { like: 'c' });
  expect(factsOf(fewer, [first, second, third, fewer]).events).toEqual([{ loss: 1 }]);
});

test('an example that is like itself, or like one below it, has its own facts', () => {
  const itself = anExample('a', { household: { rooms: 1 }, members: [] }, { like: 'a' });
  expect(factsOf(itself, [itself])).toEqual(itself.facts);
  const above = anExample('b', { household: { rooms: 2 }, members: [] }, { like: 'c' });
  const below = anExample('c', { household: { rooms: 3 }, members: [] }, { like: 'b' });
  expect(factsOf(below, [above, below]).household).toEqual({ rooms: 3 });
});
