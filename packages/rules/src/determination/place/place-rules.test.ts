import { expect, test } from 'vitest';
import { aPack, aParameter, aQuestion, aRule, aVersion } from '../../../testing/a-policy.ts';
import { aTable } from '../../../testing/a-table.ts';
import type { Pack } from '../../policy/pack.ts';
import type { PolicyOn } from '../../policy/policy-on.ts';
import { changesRules, checkPlaceRules } from './check-place-rules.ts';
import { ruleSetOf } from './rule-set-of.ts';
import { createRulebook } from './rulebook.ts';

const nation = aPack({
  questions: [aQuestion('income', 'count'), aQuestion('rooms', 'count')],
  rules: [aRule('isPoor', 'flag', 'income < 5')],
});
const broken = aPack({ questions: [], rules: nation.rules });

function countyWith(parts: Partial<Pack>): Pack {
  return aPack({ id: 'county', inherits: 'nation', instruments: [], clauses: [], ...parts });
}

function policyOf(chain: readonly Pack[], on: string, version = 'v'): PolicyOn {
  return { chain, on, version };
}

test('a mistake in a cell is told at the cell, by the pack and version it stands in', () => {
  const table = aTable(
    'U',
    ['rooms'],
    [
      ['1', 'true'],
      ['2, x', 'false'],
    ],
  );
  const local = { id: 'isPoor', definition: null };
  const sound = aVersion({ from: '2025-01-01', expression: 'income < 9' });
  const wrong = aVersion({ from: '2026-01-01', expression: '', table });
  const county = countyWith({
    rules: [aRule('isRich', 'flag', 'income > 99'), { ...local, versions: [sound, wrong] }],
  });
  expect(checkPlaceRules([county, nation])).toEqual([
    {
      packId: 'county',
      file: 'rules',
      path: [1, 'versions', 1, 'table', 'rules', 1, 'when', 0],
      reason: {
        zh: 'isPoor：第 2 行第 1 格：没有名为“x”的事实或变量。（单元格第 1 行第 4 列）',
        en: 'isPoor: Row 2, cell 1: There is no fact or variable named “x”. (line 1, column 4 of the cell)',
      },
    },
  ]);
});

test('a mistake that is nowhere in a text is told at the definition', () => {
  const county = countyWith({ questions: [aQuestion('area', 'text')], rules: [aRule('isOld', 'flag', 'true')] });
  expect(checkPlaceRules([county, nation])).toEqual([
    {
      packId: 'county',
      file: 'questions',
      path: [0, 'id'],
      reason: expect.objectContaining({ en: 'area: “area”: a code has options, and nothing else has.' }),
    },
  ]);
});

test('a mistake of the pack above is told there', () => {
  const wrong = aPack({ rules: [aRule('isRich', 'flag', 'true'), aRule('isPoor', 'flag', 'incom < 5')] });
  expect(checkPlaceRules([countyWith({}), wrong])).toMatchObject([
    { packId: 'nation', file: 'rules', path: [1, 'versions', 0, 'expression'] },
  ]);
});

test('the same packs are checked once; with another pack above, a pack is checked again', () => {
  const county = countyWith({});
  const found = checkPlaceRules([county, nation]);
  expect(found).toEqual([]);
  expect(checkPlaceRules([county, nation])).toBe(found);
  expect(checkPlaceRules([county, broken])).toMatchObject([{ packId: 'nation' }]);
  const lone = countyWith({ rules: nation.rules });
  expect(checkPlaceRules([lone])).toMatchObject([{ packId: 'county' }]);
  expect(checkPlaceRules([lone, nation])).toEqual([]);
  expect(checkPlaceRules([lone])).toMatchObject([{ packId: 'county' }]);
  expect(checkPlaceRules([])).toEqual([]);
});

test('a parameter that is defined, and one that only has values', () => {
  const cap = aParameter('cap', 'fen', 1);
  expect(changesRules(countyWith({ parameters: [cap] }))).toBe(true);
  expect(changesRules(countyWith({ parameters: [{ ...cap, definition: null }] }))).toBe(false);
});

test('what is defined nowhere takes no part; every rule and parameter stands once, those of the nation first', () => {
  const named = (id: string) => ({ id, definition: null, versions: [] });
  const county = countyWith({
    rules: [named('lost'), aRule('isRich', 'flag', 'true'), named('isPoor')],
    parameters: [{ id: 'lost', definition: null, values: [] }, aParameter('cap', 'fen', 1)],
  });
  const { variables, parameters } = ruleSetOf([county, nation]);
  expect(variables.map(({ id }) => id)).toEqual(['isPoor', 'isRich']);
  expect(parameters.map(({ id }) => id)).toEqual(['cap']);
});

test('rules that were not checked are refused with their reasons', () => {
  const wrong = aPack({ rules: [aRule('a', 'flag', 'b'), aRule('c', 'flag', 'd')] });
  expect(() => createRulebook().rulesOn(policyOf([wrong], '2026-03-01'))).toThrow(
    'a: There is no fact, variable or parameter named “b”; is “a” meant?\nc: There is no fact, variable or parameter named “d”; is “a” meant?',
  );
});

test('a figure that was not checked is refused', () => {
  const cap = aParameter('cap', 'count', 1_000_001);
  const pack = aPack({ parameters: [cap], rules: [aRule('isPoor', 'flag', 'cap > 5')] });
  const given = { household: {}, members: [{}] };
  expect(() => createRulebook().determine(policyOf([pack], '2026-03-01'), given)).toThrow(/^cap: /);
});

test('a rulebook makes ready once for each place, set and stretch of days, and never takes one for another', () => {
  const version = (from: string, expression: string) => aVersion({ from, expression });
  const changing = (id: string, ...versions: ReturnType<typeof version>[]) =>
    aPack({ id, questions: nation.questions, rules: [{ ...aRule('isPoor', 'flag', 'true'), versions }] });
  const one = changing('one', version('2024-01-01', 'income < 5'), version('2025-01-01', 'income < 9'));
  const other = changing('other', version('2024-01-01', 'income < 7'));
  const rulebook = createRulebook();
  const isPoorAt = (pack: Pack, on: string, income: number, set?: string) => {
    const made = rulebook.determine(policyOf([pack], on, set), { household: { income }, members: [{}] });
    return (
      made.ok && made.determined.values.household.at(made.determined.rules.catalogue.entries.get('isPoor')?.slot ?? -1)
    );
  };
  expect(isPoorAt(one, '2024-12-31', 6)).toBe(0);
  expect(isPoorAt(one, '2025-01-01', 6)).toBe(1);
  expect(isPoorAt(one, '2025-01-02', 8)).toBe(1);
  expect(isPoorAt(one, '2023-12-31', 6)).toBeNaN();
  expect(isPoorAt(other, '2024-12-31', 6)).toBe(1);
  expect(isPoorAt(changing('one', version('2024-01-01', 'income < 1')), '2024-12-31', 0, 'w')).toBe(1);
  expect(isPoorAt(one, '2024-12-31', 4)).toBe(1);

  const rulesOn = (pack: Pack, on: string, set?: string) => rulebook.rulesOn(policyOf([pack], on, set));
  expect(rulesOn(one, '2024-06-01')).toBe(rulesOn(one, '2024-12-31'));
  expect(rulesOn(one, '2025-01-01')).toBe(rulesOn(one, '2026-01-01'));
  expect(rulesOn(one, '2024-12-31')).not.toBe(rulesOn(one, '2025-01-01'));
});

test('the figures of 500 days are kept, the oldest goes first', () => {
  const rulebook = createRulebook();
  const rowOn = (day: number) => {
    const on = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
    const made = rulebook.determine(policyOf([nation], on), { household: {}, members: [{}] });
    return made.ok ? made.determined.row : undefined;
  };
  const [first, second] = [rowOn(0), rowOn(1)];
  for (let day = 2; day < 500; day += 1) rowOn(day);
  expect(rowOn(0)).toBe(first);
  rowOn(500);
  expect(rowOn(1)).toBe(second);
  expect(rowOn(0)).not.toBe(first);
});
