import { describe, expect, test } from 'vitest';
import { aFact, aRuleSet } from '../../testing/a-rule.ts';
import { aTable, aTableVariable } from '../../testing/a-table.ts';
import { checkRules } from '../determination/check/check-rules.ts';
import { checkTableShape } from './check-shape.ts';
import type { DecisionTable } from './decision-table.ts';
import { findGaps, newBudget } from './find-gaps.ts';
import { casesOf } from './input-cases.ts';
import { listTableGaps } from './list-table-gaps.ts';

const ON = '2026-03-01';
const BASE = aRuleSet({
  facts: [aFact('age', 'count', { largest: 120 }), aFact('kind', 'text', { options: ['urban', 'rural', 'other'] })],
});

function issuesOf(table: DecisionTable) {
  const checked = checkRules({ ...BASE, variables: [aTableVariable('answer', 'count', table)] }, ON);
  return checked.ok ? [] : checked.issues;
}

describe('how large a table may be', () => {
  const shape = (table: DecisionTable) => checkTableShape('answer', table).map(({ code }) => code);
  const rowsOf = (count: number) => Array.from({ length: count }, () => ['-', '1']);

  test('200 rows and no more', () => {
    expect([shape(aTable('F', ['age'], rowsOf(200))), shape(aTable('F', ['age'], rowsOf(201)))]).toEqual([
      [],
      ['TABLE_SIZE'],
    ]);
  });

  test('20 inputs and no more', () => {
    const wide = (inputs: number) => {
      const cells = Array.from({ length: inputs }, () => '-');
      return aTable('F', Array<string>(inputs).fill('age'), [[...cells, '1']]);
    };
    expect([shape(wide(20)), shape(wide(21))]).toEqual([[], ['TABLE_SIZE']]);
  });

  test('100,000 characters and no more: inputs, cells with what parts them, results and the other result', () => {
    const long = (length: number) => aTable('F', ['age'], [['-', 'x'.repeat(length)]], { default: '12345' });
    const others = 'age'.length + '-'.length + 1 + '12345'.length;
    expect([shape(long(100_000 - others)), shape(long(100_000 - others + 1))]).toEqual([[], ['TABLE_SIZE']]);
  });

  test('the default of a complete table is shown at the default', () => {
    const table = aTable('F', ['age'], [['-', '1']], { complete: true, default: '0' });
    expect(checkTableShape('answer', table)).toMatchObject([{ code: 'TABLE_DEFAULT', path: ['default'] }]);
  });
});

describe('how much is told', () => {
  test('of many overlaps ten, as soon as a row is done with', () => {
    const rows = Array.from({ length: 12 }, () => ['-', '1']);
    expect(issuesOf(aTable('U', ['age'], rows))).toHaveLength(10);
  });

  test('of many gaps five', () => {
    const rows = Array.from({ length: 8 }, (_, age) => [String(age), '"urban"', '1']);
    const issues = issuesOf(aTable('U', ['age', 'kind'], rows, { complete: true }));
    expect(issues.map(({ code, path }) => [code, path])).toEqual(Array(5).fill(['TABLE_INCOMPLETE', []]));
  });

  test('nothing of a sum: where no rule fits it is nought', () => {
    const checked = checkRules(
      { ...BASE, variables: [aTableVariable('answer', 'count', aTable('C+', ['age'], [['< 18', '1']]))] },
      ON,
    );
    expect(checked.ok && listTableGaps(checked.rules)).toEqual([]);
  });

  test('a gap says which version of which pack it is in', () => {
    const checked = checkRules(
      { ...BASE, variables: [aTableVariable('answer', 'count', aTable('U', ['age'], [['< 18', '1']]))] },
      ON,
    );
    expect(checked.ok && listTableGaps(checked.rules)).toMatchObject([
      { id: 'answer', path: [], version: { fromPack: 'nation', since: '2014-01-01' } },
    ]);
  });
});

describe('how much work a table may take', () => {
  const term = { kind: 'flag', core: { op: 'today', low: 0, high: 1, isFlag: true, size: 1 } } as const;
  const columns = [casesOf(term, [], checkedCatalogue())].map((column) => ({ ...column, passing: [0b01n, 0b10n] }));
  const search = { rules: [0, 1], within: [0b11n], most: 5 };

  test('each part of a column costs one, and one for each rule that may still fit', () => {
    const budget = newBudget();
    const whole = budget.left;
    expect(findGaps(columns, search, budget)).toEqual([]);
    expect(whole - budget.left).toBe(2 * (2 + 1));
  });

  test('all of it may be spent and no more', () => {
    expect(findGaps(columns, search, { left: 6 })).toEqual([]);
    expect(() => findGaps(columns, search, { left: 5 })).toThrow('TABLE_TOO_MANY');
  });

  test('a column may have 4,096 cases', () => {
    const open = (count: number) =>
      aTable('F', ['age'], [[Array.from({ length: count }, (_, index) => `? + ${index + 1} > 5`).join(' or '), '1']]);
    expect(issuesOf(open(12))).toEqual([]);
    expect(issuesOf(open(13))).toMatchObject([{ code: 'TABLE_TOO_MANY' }]);
  });
});

function checkedCatalogue() {
  const checked = checkRules(BASE, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules.catalogue;
}
