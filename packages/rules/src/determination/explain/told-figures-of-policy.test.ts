import { expect, test } from 'vitest';
import { aHousehold, explained } from '../../../testing/an-explained-rule.ts';
import { explain } from '../../explanation/explain.ts';
import type { FactValues } from '../../household-facts.ts';

const BASIS = ', by test rule, Article 1 (set by the test county, since 2025-01-01).';

/** The lines of this figure of the policy, in English. */
function linesOf(name: string, expression: string, household: FactValues): readonly string[] {
  const lines = explain(explained(expression, 'flag', aHousehold(household)), 'en');
  return lines.filter((line) => line.startsWith(name)).map((line) => line.replace(BASIS, ''));
}

test('a list of the policy is told in its own words', () => {
  expect(linesOf('Kinds', 'colour in kinds', { colour: 'red' })).toEqual(['Kinds: kinds/red, kinds/green']);
});

test('a cell is told with its table, its column and its row', () => {
  expect(linesOf('Tariff', 'tariff[kind = colour][1].pays > 0', { colour: 'blue' })).toEqual([
    'Tariff: pays: 200 yuan (the row where colour is colour/blue)',
  ]);
});

test('a cell is told once; two cells of a column are told both', () => {
  const [one, other] = ['tariff[kind = colour][1].pays', 'tariff[kind = door][1].pays'];
  const household = { colour: 'green', door: 'blue', savings: 90_000 };
  expect(linesOf('Tariff', `${one} > 0 and ${one} < savings`, household)).toHaveLength(1);
  expect(linesOf('Tariff', `${one} < ${other}`, household)).toEqual([
    'Tariff: pays: 100 yuan (the row where colour is colour/green)',
    'Tariff: pays: 200 yuan (the row where door is door/blue)',
  ]);
});
