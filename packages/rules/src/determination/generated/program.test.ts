import { expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { ParameterValue, Unit } from '../../policy/unit.ts';
import { checkRules } from '../check/check-rules.ts';
import type { RuleScope } from '../model/rule-model.ts';
import { rowFrom } from '../run/policy-row.ts';
import type { Access } from './access.ts';
import { planOf } from './plan.ts';
import { programText } from './program.ts';
import { rowPartsOf } from './row-part.ts';
import { rowValuesOf } from './row-values.ts';

const ON = '2026-03-01';
const GRADES = ['first', 'second'];
const small = { smallest: -100, largest: 100 };

const SET = aRuleSet({
  facts: [
    aFact('n', 'count', small),
    aFact('rooms', 'count', { smallest: 1, largest: 9 }),
    aFact('large', 'count', { largest: 2 ** 40 }),
    aFact('isSick', 'flag'),
    aFact('isOld', 'flag'),
    aFact('since', 'date'),
    aFact('grade', 'text', { options: GRADES }),
    aFact('wage', 'count', { on: 'person', ...small }),
    aFact('isAble', 'flag', { on: 'person' }),
    aFact('loss', 'count', { on: 'event', ...small }),
  ],
  parameters: [
    aRuleParameter('p', 'count', small),
    aRuleParameter('q', 'count', { largest: 2 ** 40 }),
    aRuleParameter('isStrict', 'flag'),
    aRuleParameter('rates', 'table', { columns: [aColumn('forGrade', 'text', GRADES), aColumn('rate', 'count')] }),
  ],
});

/** Facts by their names; three of them may be unknown. */
const BY_NAME: Access = {
  fact: ({ id }, element) => ({ text: `${element}.${id}`, isUnknown: id === 'isSick' || id === 'n' || id === 'wage' }),
  earlier: ({ id }, element, isUnknown) => ({ text: `earlier.${element}.${id}`, isUnknown }),
  leave: ({ id }, element, { text }) => [`${element}.${id} = ${text};`],
  loopOver: (group, element) => `for (const ${element} of ${group}s)`,
  countOf: (group) => `${group}s.length`,
  around: (lines, loads) => [...loads.map(({ name, text }) => `load ${name} = ${text};`), ...lines],
};

type Rule = readonly [id: string, unit: Unit, on: RuleScope, expression: string];

function linesOf(
  rules: readonly Rule[],
  given: Readonly<Record<string, ParameterValue | null>> = {},
): readonly string[] {
  const variables = rules.map(([id, unit, on, expression]) => aVariable(id, unit, expression, { on }));
  const checked = checkRules({ ...SET, variables }, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const values: Readonly<Record<string, ParameterValue | null>> = { p: 5, q: 7, isStrict: true, rates: [], ...given };
  const row = rowFrom(checked.rules, ON, new Map(Object.entries(values)));
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  const plan = planOf(checked.rules, new Set(rules.map(([id]) => id)));
  const parts = rowPartsOf(plan);
  const { knowledge } = rowValuesOf(parts, [row.row]);
  return programText(plan, parts, knowledge, BY_NAME).split('\n');
}

/** The lines that compute the rule x of the household. */
function textOf(expression: string, unit: Unit, given: Readonly<Record<string, ParameterValue | null>> = {}): string {
  const text = linesOf([['x', unit, 'household', expression]], given).join(' ');
  return text
    .replace(' household.x = household7;', '')
    .replace('const household7 = ', 'x = ')
    .replace('household.x = ', 'x = ');
}

type Example = readonly [string, Unit, Readonly<Record<string, ParameterValue | null>>, string];

const OF_PLACE: readonly Example[] = [
  ['rooms + p', 'count', { p: 0 }, 'x = household.rooms;'],
  ['p + rooms', 'count', { p: 0 }, 'x = household.rooms;'],
  ['rooms - p', 'count', { p: 0 }, 'x = household.rooms;'],
  ['p - rooms', 'count', { p: 0 }, 'x = (0 - household.rooms);'],
  ['rooms * p', 'count', { p: 1 }, 'x = household.rooms;'],
  ['p * rooms', 'count', { p: 1 }, 'x = household.rooms;'],
  ['rooms * p', 'count', { p: 0 }, 'x = 0;'],
  ['p * rooms', 'count', { p: 0 }, 'x = 0;'],
  ['n * p', 'count', { p: 0 }, 'x = (household.n * 0 + 0);'],
  ['p * n', 'count', { p: 0 }, 'x = (0 * household.n + 0);'],
  ['n * p', 'count', { p: null }, 'x = NaN;'],
  ['p + n', 'count', { p: null }, 'x = NaN;'],
  ['floor(p / rooms)', 'count', { p: 0 }, 'x = 0;'],
  ['floor(p / rooms)', 'count', { p: null }, 'x = NaN;'],
  ['if isOld then p else p', 'count', { p: 1 }, 'x = 1;'],
  ['if isStrict then n else rooms', 'count', {}, 'x = household.n;'],
  ['if isStrict then n else rooms', 'count', { isStrict: false }, 'x = household.rooms;'],
  ['if isStrict or isOld then n else rooms', 'count', {}, 'x = household.n;'],
  ['if isStrict and isOld then n else rooms', 'count', { isStrict: false }, 'x = household.rooms;'],
  ['isOld and isStrict', 'flag', {}, 'x = household.isOld;'],
  ['isStrict and isOld', 'flag', {}, 'x = household.isOld;'],
  ['isOld and isStrict', 'flag', { isStrict: false }, 'x = 0;'],
  ['isStrict or isOld', 'flag', {}, 'x = 1;'],
  ['isOld or isStrict', 'flag', { isStrict: false }, 'x = household.isOld;'],
  ['n > p', 'flag', { p: null }, 'x = 2;'],
  ['sum(members[isStrict].wage)', 'count', { isStrict: false }, 'for (const m of persons) { } x = 0;'],
];

test.each(OF_PLACE)(
  'what a place knows is not computed again for each household: %s',
  (expression, unit, given, text) => {
    expect(textOf(expression, unit, given)).toBe(text);
  },
);

const OF_HOUSEHOLD: readonly (readonly [string, Unit, string])[] = [
  ['rooms * n', 'count', 'x = (household.rooms * household.n + 0);'],
  ['rooms * rooms', 'count', 'const h1 = household.rooms; x = (h1 * h1);'],
  ['min(rooms, n)', 'count', 'x = Math.min(household.rooms, household.n);'],
  ['max(rooms, p)', 'count', 'load r0 = figures[figureBase + 0]; x = Math.max(household.rooms, r0);'],
  ['floor(rooms / 2)', 'count', 'x = (household.rooms / 2 | 0);'],
  ['floor(n / rooms)', 'count', 'x = Math.floor(household.n / household.rooms);'],
  ['floor(large / rooms)', 'count', 'x = Math.trunc(household.large / household.rooms);'],
  [
    'floor(abs(n) / rooms)',
    'count',
    'const h0 = household.n; const t1 = ((h0 < 0) | (!(h0 >= 0) << 1)); const t2 = (0 - h0); const t3 = (t1 === 3 ? t2 : t1 === 0 || t2 === h0 ? h0 : NaN); x = Math.trunc(t3 / household.rooms);',
  ],
  ['ceiling(n / rooms)', 'count', 'x = (Math.ceil(household.n / household.rooms) + 0);'],
  ['ceiling(large / rooms)', 'count', 'x = Math.ceil(household.large / household.rooms);'],
  ['round up(large / rooms, 0)', 'count', 'x = Math.ceil(household.large / household.rooms);'],
  [
    'round up((n + 1) / rooms, 0)',
    'count',
    'const t1 = (household.n + 1); x = (t1 < 0 ? Math.floor(t1 / household.rooms) : Math.ceil(t1 / household.rooms));',
  ],
  ['round down(n / rooms, 0)', 'count', 'x = (Math.trunc(household.n / household.rooms) + 0);'],
  [
    'round half up(large / rooms, 0)',
    'count',
    'x = Math.floor((2 * household.large + household.rooms) / (2 * household.rooms));',
  ],
  ['if isOld then rooms else 0', 'count', 'x = ((0 - household.isOld) & household.rooms);'],
  ['if isOld then rooms else n', 'count', 'x = (household.isOld ? household.rooms : household.n);'],
  [
    'if isOld then rooms else rooms + 1',
    'count',
    'const h1 = household.rooms; const t1 = (h1 + 1); x = (t1 ^ ((0 - household.isOld) & (h1 ^ t1)));',
  ],
  ['if isOld then large else 0', 'count', 'x = (+household.isOld * household.large);'],
  ['if isOld then large else rooms', 'count', 'x = (household.isOld ? household.large : household.rooms);'],
  [
    'if isOld then floor(rooms / 2) else rooms',
    'count',
    'const h1 = household.rooms; x = (household.isOld ? (h1 / 2 | 0) : h1);',
  ],
  [
    'if isSick then rooms else floor(large / rooms)',
    'count',
    'const h1 = household.rooms; let t1 = 0; if (household.isSick !== 3) { t1 = Math.trunc(household.large / h1); } const t2 = (household.isSick === 3 ? h1 : household.isSick === 0 || h1 === t1 ? t1 : NaN); x = t2;',
  ],
  ['isOld or rooms > 3', 'flag', 'x = (household.isOld | (household.rooms > 3));'],
  ['floor(large / 2) > 9 and isOld', 'flag', 'x = (household.isOld ? +(Math.trunc(household.large / 2) > 9) : 0);'],
  ['floor(large / 2) > 9 or isOld', 'flag', 'x = (household.isOld ? 1 : +(Math.trunc(household.large / 2) > 9));'],
  ['isSick and isOld', 'flag', 'const t1 = (household.isSick & ((household.isOld | 0) * 3)); x = t1;'],
  ['not(isOld)', 'flag', 'x = !household.isOld;'],
  ['not(isSick)', 'flag', 'const t1 = household.isSick ^ 3; const t2 = ((t1 & 1) << 1 | t1 >> 1); x = t2;'],
  [
    'n > rooms',
    'flag',
    'const t1 = ((household.n > household.rooms) | (!(household.n <= household.rooms) << 1)); x = t1;',
  ],
  ['rooms > p', 'flag', 'load r0 = figures[figureBase + 0]; x = (household.rooms > r0);'],
  [
    'since + @"P6M" <= today()',
    'flag',
    'load d0 = monthEnd(figures[figureBase + 0]); x = ((household.since + 31 * 6) <= d0);',
  ],
  ['since + @"P6M" < today()', 'flag', 'load r0 = figures[figureBase + 0]; x = ((household.since + 31 * 6) < r0);'],
  ['today() > since + @"P6M"', 'flag', 'load r0 = figures[figureBase + 0]; x = ((household.since + 31 * 6) < r0);'],
  [
    'since + @"P6M" = today()',
    'flag',
    'load r0 = figures[figureBase + 0]; x = (addMonths(household.since, 6) === r0);',
  ],
  [
    'if isSick then isOld else isStrict',
    'flag',
    'const t1 = ((household.isOld | 0) * 3); const t2 = (household.isSick === 3 ? t1 : household.isSick === 0 || t1 === 3 ? 3 : 2); x = t2;',
  ],
  [
    'rates[forGrade = grade][1].rate',
    'count',
    'load k0 = answerBase + 0; const h6 = household.grade; x = answers[k0 + h6];',
  ],
  [
    'sum(members[isAble].wage)',
    'count',
    'let a0 = 0; for (const m of persons) { if (m.isAble) a0 += m.wage; } x = a0;',
  ],
  ['count(members[isAble])', 'count', 'let a0 = 0; for (const m of persons) { a0 += +m.isAble * 1; } x = a0;'],
  [
    'min(members[isAble].wage)',
    'count',
    'let a0 = Infinity; for (const m of persons) { if (m.isAble) a0 = Math.min(a0, m.wage); } if (a0 === Infinity || a0 === -Infinity) a0 = NaN; x = a0;',
  ],
  [
    'max(events.loss)',
    'count',
    'let a0 = -Infinity; for (const e of events) { a0 = Math.max(a0, e.loss); } if (a0 === Infinity || a0 === -Infinity) a0 = NaN; x = a0;',
  ],
  ['count(members) + rooms', 'count', 'x = (persons.length + household.rooms);'],
];

test.each(OF_HOUSEHOLD)(
  'the shortest text that is exact for what is known and in reach: %s',
  (expression, unit, text) => {
    expect(textOf(expression, unit)).toBe(text);
  },
);

test('a fact stands where it is read once, and is fetched where it is read again or in a loop', () => {
  const lines = linesOf([
    ['once', 'count', 'household', 'rooms + 1'],
    ['twice', 'count', 'household', 'n + n'],
    ['inLoop', 'flag', 'household', 'some x in members satisfies x.wage > large'],
    ['ofMember', 'count', 'person', 'wage + household.rooms'],
    ['isBoth', 'flag', 'person', 'isAble or wage > 3'],
  ]);
  expect(lines).toEqual([
    'const h1 = household.rooms;',
    'const h0 = household.n;',
    'const h2 = household.large;',
    'const household7 = (h1 + 1);',
    'household.once = household7;',
    'const household8 = (h0 + h0);',
    'household.twice = household8;',
    'let a0 = 0;',
    'for (const m of persons) {',
    'const f0 = m.wage;',
    'const t1 = ((f0 > h2) | (!(f0 <= h2) << 1));',
    'a0 |= t1;',
    'const person2 = (f0 + h1);',
    'm.ofMember = person2;',
    'const t2 = ((f0 > 3) | (!(f0 <= 3) << 1));',
    'const t3 = (((m.isAble | 0) * 3) | t2);',
    'const person3 = t3;',
    'm.isBoth = person3;',
    '}',
    'const household9 = a0;',
    'household.inLoop = household9;',
  ]);
});

test('members are gone through once for all that can be computed of them by then', () => {
  const lines = linesOf([
    ['own', 'count', 'person', 'wage + p'],
    ['most', 'count', 'household', 'sum(members[isAble].own)'],
    ['least', 'count', 'household', 'min(members[isAble].own)'],
    ['again', 'count', 'household', 'sum(members[isAble].own) + 1'],
    ['share', 'count', 'person', 'household.most - own'],
    ['cost', 'count', 'event', 'loss + household.least'],
    ['isTop', 'flag', 'household', 'some x in members satisfies every y in members satisfies x.share >= y.own'],
  ]);
  expect(lines).toEqual([
    'load r0 = figures[figureBase + 0];',
    'let a0 = 0;',
    'let a1 = Infinity;',
    'for (const m of persons) {',
    'const f1 = m.isAble;',
    'const person2 = (m.wage + r0);',
    'm.own = person2;',
    'if (f1) a0 += person2;',
    'if (f1) a1 = Math.min(a1, person2);',
    '}',
    'if (a1 === Infinity || a1 === -Infinity) a1 = NaN;',
    'const household7 = a0;',
    'household.most = household7;',
    'const household8 = a1;',
    'household.least = household8;',
    'const household9 = (a0 + 1);',
    'household.again = household9;',
    'let a2 = 0;',
    'for (const m of persons) {',
    'const person3 = (household7 - earlier.m.own);',
    'm.share = person3;',
    'let t1 = 0;',
    'for (const t2 of persons) {',
    'const t3 = ((person3 >= earlier.t2.own) | (!(person3 < earlier.t2.own) << 1));',
    'const t4 = t3 ^ 3;',
    'const t5 = ((t4 & 1) << 1 | t4 >> 1);',
    't1 |= t5;',
    '}',
    'const t6 = t1 ^ 3;',
    'const t7 = ((t6 & 1) << 1 | t6 >> 1);',
    'a2 |= t7;',
    '}',
    'for (const e of events) {',
    'const event1 = (e.loss + household8);',
    'e.cost = event1;',
    '}',
    'const household10 = a2;',
    'household.isTop = household10;',
  ]);
});

test('what a place knows of members is nothing to go through them for', () => {
  const lines = linesOf(
    [
      ['flat', 'count', 'person', 'p + 1'],
      ['isFlat', 'flag', 'person', 'isStrict'],
      ['total', 'count', 'household', 'sum(members.flat)'],
      ['ofSome', 'count', 'household', 'sum(members[isFlat].wage)'],
      ['low', 'count', 'household', 'p * 2'],
      ['n2', 'count', 'household', 'low + rooms'],
    ],
    { isStrict: false },
  );
  expect(lines).toEqual([
    'load r4 = figures[figureBase + 4];',
    'load r5 = figures[figureBase + 5];',
    'load r0 = figures[figureBase + 0];',
    'load r2 = figures[figureBase + 2];',
    'const household9 = r4;',
    'household.low = household9;',
    'const household10 = (r5 + household.rooms);',
    'household.n2 = household10;',
    'let a0 = 0;',
    'for (const m of persons) {',
    'const person2 = r0;',
    'm.flat = person2;',
    'm.isFlat = 0;',
    'a0 += r2;',
    '}',
    'const household7 = a0;',
    'household.total = household7;',
    'household.ofSome = 0;',
  ]);
});
