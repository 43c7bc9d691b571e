import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { REFERENCE_RULES, referenceParameters } from '../../../testing/reference-rules.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import type { ParameterValue } from '../../policy/unit.ts';
import { type CheckedRules, checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import type { RuleSet } from '../model/rule-model.ts';
import { closuresFor } from '../run/closures.ts';
import { rowFrom } from '../run/policy-row.ts';
import { findMissingFacts } from './missing-facts.ts';
import { questionsFor } from './questions.ts';

const ON = '2026-03-01';

function rulesOf(set: RuleSet): CheckedRules {
  const checked = checkRules(set, ON);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.rules;
}

function determinedOf(rules: CheckedRules, facts: HouseholdFacts, parameters: ReadonlyMap<string, ParameterValue>) {
  const read = readFacts(rules, facts);
  const row = rowFrom(rules, ON, parameters);
  if (!read.ok || !row.ok) throw new Error(JSON.stringify([read, row]));
  closuresFor(rules)(read.values, row.row);
  return { values: read.values, row: row.row };
}

const BASE = aRuleSet({
  facts: [
    ...['a', 'b', 'c', 'd', 'e'].map((id) => aFact(id, 'flag')),
    aFact('income', 'fen'),
    aFact('property', 'fen'),
    aFact('wage', 'fen', { on: 'person' }),
    aFact('isStudent', 'flag', { on: 'person' }),
  ],
  parameters: [aRuleParameter('line', 'fen')],
});

/** Of the variable `answer`, as short text: the decisive facts, then all in order. */
function asked(expression: string, facts: HouseholdFacts, line: number | null = 100): readonly string[] {
  const rules = rulesOf({ ...BASE, variables: [aVariable('answer', 'flag', expression)] });
  const { values, row } = determinedOf(rules, facts, line === null ? new Map() : new Map([['line', line]]));
  const missing = findMissingFacts(rules, values, row, 'answer');
  const text = (places: readonly { readonly id: string; readonly index: number }[]) =>
    places.map(({ id, index }) => (index === 0 ? id : `${id}${index}`)).join(' ');
  return missing ? [text(missing.decisive), text(missing.all), missing.parameters.join(' ')] : ['known'];
}

const ONE = [{ wage: 5, isStudent: false }];

test.each<[string, HouseholdFacts, readonly string[]]>([
  ['a and b', { household: { a: false }, members: ONE }, ['known']],
  ['a and b', { household: { a: true }, members: ONE }, ['b', 'b', '']],
  ['income + property < line and b', { household: {}, members: ONE }, ['b', 'b income property', '']],
  ['(income + property < line and b) or c', { household: { b: true }, members: ONE }, ['c', 'c income property', '']],
  ['if a then income < line else b', { household: { income: 5 }, members: ONE }, ['a', 'a b', '']],
  // Neither side alone decides: the sum of those who are, against the sum of those who are not.
  [
    'sum(members[isStudent].wage) > sum(members[not(isStudent)].wage)',
    { household: {}, members: [{ wage: 5 }, { wage: 3 }] },
    ['isStudent isStudent1', 'isStudent isStudent1', ''],
  ],
  ['if a then b else b', { household: {}, members: ONE }, ['b', 'b a', '']],
  ['if a then true else true', { household: {}, members: ONE }, ['known']],
  ['sum(members.wage) < line', { household: {}, members: [{}, { wage: 5 }, {}] }, ['wage wage2', 'wage wage2', '']],
  [
    'sum(members[not(isStudent)].wage) < line',
    { household: {}, members: [{ isStudent: true }, {}, ...ONE] },
    ['isStudent1', 'isStudent1 wage1', ''],
  ],
  [
    'some x in members satisfies x.wage > line and x.isStudent',
    { household: {}, members: [{ isStudent: true }, { wage: 101 }] },
    ['wage', 'wage isStudent1', ''],
  ],
])('%s', (expression, facts, expected) => {
  expect(asked(expression, facts)).toEqual(expected);
});

test('a figure the policy does not have cannot be asked for', () => {
  expect(asked('income < line', { household: {}, members: ONE }, null)).toEqual(['', 'income', 'line']);
  expect(asked('income < line and a', { household: {}, members: ONE }, null)).toEqual(['a', 'a income', 'line']);
});

test('nor can a rule that is not in force on the day, by itself or under another', () => {
  const later = (id: string, expression: string) => {
    const variable = aVariable(id, 'flag', expression);
    return { ...variable, versions: variable.versions.map((version) => ({ ...version, from: '2027-01-01' })) };
  };
  const variables = [later('isPoor', 'a'), aVariable('isHelped', 'flag', 'isPoor and b'), later('answer', 'isHelped')];
  const rules = rulesOf({ ...BASE, variables });
  const { values, row } = determinedOf(rules, { household: {}, members: ONE }, new Map());
  const missing = (id: string) => {
    const found = findMissingFacts(rules, values, row, id);
    return [found?.decisive.map((place) => place.id), found?.parameters];
  };
  expect(missing('answer')).toEqual([[], ['answer']]);
  expect(missing('isPoor')).toEqual([[], ['isPoor']]);
  expect(missing('isHelped')).toEqual([['b'], ['isPoor']]);
});

test.each<[string, string | null, readonly (string | null)[], readonly string[]]>([
  ['the key is asked for', null, ['red', 'green'], ['need', 'need', 'need income', '']],
  ['of a key without a row nothing can be asked', 'blue', ['red', 'green'], ['', '', 'income', '']],
  ['without rows the table is missing', null, [], ['', '', 'income', 'tariff']],
  [
    'a row whose kind is not known may be the one',
    null,
    ['red', null, 'green'],
    ['need', 'need', 'need income', 'tariff'],
  ],
  ['an unknown row before all others hides them', null, [null, 'red'], ['', '', 'need income', 'tariff']],
])('of a look-up by key: %s', (_what, need, rows, [one, sum, all, figures]) => {
  const kinds = ['red', 'green', 'blue'];
  const rules = rulesOf(
    aRuleSet({
      facts: [aFact('need', 'text', { options: kinds }), aFact('income', 'fen')],
      parameters: [
        aRuleParameter('tariff', 'table', { columns: [aColumn('kind', 'text', kinds), aColumn('pays', 'fen')] }),
      ],
      variables: [
        aVariable('paid', 'fen', 'tariff[kind = need][1].pays'),
        aVariable('answer', 'flag', 'paid > 0'),
        aVariable('total', 'fen', 'paid + income'),
      ],
    }),
  );
  const tariff = rows.map((kind) => ({ pays: 3, ...(kind !== null && { kind }) }));
  const { values, row } = determinedOf(rules, { household: { need }, members: [{}] }, new Map([['tariff', tariff]]));
  const ids = (variable: string, which: 'decisive' | 'all') =>
    findMissingFacts(rules, values, row, variable)
      ?.[which].map(({ id }) => id)
      .join(' ');
  expect([ids('paid', 'decisive'), ids('answer', 'decisive'), ids('total', 'all')]).toEqual([one, sum, all]);
  expect(findMissingFacts(rules, values, row, 'total')?.parameters.join(' ')).toBe(figures);
});

test('what one fact cannot decide of one variable says nothing about another fact and another variable', () => {
  const variables = [
    aVariable('never', 'flag', '(a and not(a)) or income > line'),
    aVariable('often', 'flag', 'b or income > line'),
  ];
  const rules = rulesOf({ ...BASE, variables });
  const { values, row } = determinedOf(rules, { household: {}, members: ONE }, new Map([['line', 100]]));
  const asked = (variable: string) => findMissingFacts(rules, values, row, variable)?.decisive.map(({ id }) => id);
  expect([asked('never'), asked('often')]).toEqual([['income'], ['b']]);
});

test.each<[string, readonly [string, string | null, boolean] | undefined]>([
  ['wage < line', ['wage', null, true]],
  ['isStudent and wage < line', ['wage', 'no', true]],
  ['isStudent or wage < line', ['wage', 'yes', true]],
  ['isStudent and rank = "red"', ['isStudent', 'no', true]],
  // Neither the least nor the most decides; some answer between may.
  ['if wage > 2 * line and wage < 3 * line then true else isStudent', ['wage', 'yes', false]],
  // Whatever it is, it says nothing.
  ['(isStudent and not(isStudent)) or rank = "red"', ['rank', 'yes', true]],
])('of a member too it is tried what answers can do: %s', (expression, expected) => {
  const facts = [...BASE.facts, aFact('rank', 'text', { on: 'person', options: ['red', 'green'] })];
  const rules = rulesOf({ ...BASE, facts, variables: [aVariable('theirs', 'flag', expression, { on: 'person' })] });
  const household = { household: {}, members: [{ wage: 1, isStudent: true }, {}] };
  const { values, row } = determinedOf(rules, household, new Map([['line', 100]]));
  const found = findMissingFacts(rules, values, row, 'theirs', 1);
  expect(found && [found.decisive.map(({ id }) => id).join(' '), found.towards, found.isTried]).toEqual(expected);
});

/** Each fact once, so that no answer speaks against another. */
const readOnce: fc.Arbitrary<string> = fc
  .tuple(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }), fc.infiniteStream(fc.nat(5)))
  .map(([names, choices]) => {
    const parts = [...names];
    while (parts.length > 1) {
      const choice = choices.next().value ?? 0;
      const [one = '', other = '', third, ...rest] = parts;
      const negated = choice % 2 === 0 ? `not(${one})` : one;
      if (choice >= 4 && third !== undefined)
        parts.splice(0, parts.length, ...rest, `(if ${negated} then ${other} else ${third})`);
      else parts.splice(0, 2, `(${negated} ${choice < 2 ? 'and' : 'or'} ${other})`);
      parts.push(parts.shift() ?? '');
    }
    return parts[0] ?? 'a';
  });

test('no smaller set of facts can decide than the one that is asked for', () => {
  const known = fc.record(
    Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, fc.option(fc.boolean(), { freq: 1 })])),
  );
  fc.assert(
    fc.property(readOnce, known, (expression, household) => {
      const rules = rulesOf({ ...BASE, variables: [aVariable('answer', 'flag', expression)] });
      const { values, row } = determinedOf(rules, { household, members: ONE }, new Map());
      const decisive = findMissingFacts(rules, values, row, 'answer')?.decisive.map(({ id }) => id) ?? [];
      expect(decisive.length).toBe(fewestThatDecide(rules, household));
    }),
    { numRuns: 150 },
  );
});

/** By trying every answer to every set of unknown facts. */
function fewestThatDecide(rules: CheckedRules, household: HouseholdFacts['household']): number {
  const unknown = Object.keys(household).filter((id) => household[id] === null);
  let fewest = unknown.length;
  for (let answers = 0; answers < 3 ** unknown.length; answers += 1) {
    const digits = unknown.map((_, index) => Math.floor(answers / 3 ** index) % 3);
    const given = Object.fromEntries(
      unknown.map((id, index) => [id, digits[index] === 2 ? null : digits[index] === 1]),
    );
    const count = digits.filter((digit) => digit !== 2).length;
    if (count >= fewest) continue;
    const { values } = determinedOf(rules, { household: { ...household, ...given }, members: ONE }, new Map());
    const slot = rules.catalogue.entries.get('answer')?.slot ?? 0;
    if (!Number.isNaN(values.household[slot])) fewest = count;
  }
  return fewest;
}

test('all programmes at once: what decides most with least is asked first', () => {
  const rules = rulesOf(REFERENCE_RULES);
  const read = readFacts(rules, { household: {}, members: [{ disabilityGrade: 'none', schoolStage: 'none' }] });
  const row = rowFrom(rules, ON, referenceParameters(86_300));
  if (!read.ok || !row.ok) throw new Error('no facts');
  closuresFor(rules)(read.values, row.row);
  expect(questionsFor(rules, read.values, row.row).map(({ id }) => id)).toEqual([
    'birthDate',
    'property',
    'wageIncome',
    'pensionIncome',
    'isEmployed',
    'hasSupporter',
    'careGrade',
    'rigidExpenditure',
  ]);
});

test('a programme of a person is asked of every member, one of an event of no event, and of a no nobody asks how much', () => {
  const rules = rulesOf({
    ...BASE,
    facts: [...BASE.facts, aFact('isSudden', 'flag', { on: 'event' })],
    variables: [
      aVariable('studies', 'flag', 'isStudent', { on: 'person' }),
      aVariable('sudden', 'flag', 'isSudden', { on: 'event' }),
      aVariable('aided', 'flag', 'a'),
      aVariable('aid', 'fen', 'income'),
    ],
    determinations: [
      { programme: 'study', eligible: 'studies', amount: null, excludes: [] },
      { programme: 'urgent', eligible: 'sudden', amount: null, excludes: [] },
      { programme: 'aid', eligible: 'aided', amount: 'aid', excludes: [] },
    ],
  });
  const asked = (household: HouseholdFacts['household']) => {
    const { values, row } = determinedOf(rules, { household, members: [{}, { isStudent: true }, {}] }, new Map());
    return questionsFor(rules, values, row).map(({ id, index }) => `${id} ${index}`);
  };
  expect(asked({ a: true })).toEqual(['isStudent 0', 'isStudent 2', 'income 0']);
  expect(asked({ a: false })).toEqual(['isStudent 0', 'isStudent 2']);
});

test('what was worked out for a household nothing is known of is not given to one of which something is', () => {
  const rules = rulesOf({
    ...BASE,
    variables: [
      aVariable('poor', 'flag', 'income < line'),
      aVariable('studies', 'flag', 'isStudent and household.a', { on: 'person' }),
      aVariable('answer', 'flag', 'poor and (b or some m in members satisfies m.studies)'),
    ],
  });
  const parameters = new Map([['line', 100]]);
  const row = determinedOf(rules, { household: {}, members: ONE }, parameters).row;
  const missingOf = (facts: HouseholdFacts, ofRow: typeof row) => {
    const { values } = determinedOf(rules, facts, parameters);
    const found = findMissingFacts(rules, values, ofRow, 'answer');
    return found && [found.decisive, found.all];
  };
  const households: readonly HouseholdFacts[] = [
    { household: {}, members: [{}] },
    { household: {}, members: [{}, {}] },
    { household: { income: 5 }, members: [{}, {}] },
    { household: { b: false }, members: [{}, { isStudent: true }] },
    { household: { a: true, income: 5 }, members: [{ isStudent: false }, {}] },
    { household: {}, members: [{}, {}], events: [{}] },
    { household: {}, members: [{}] },
  ];
  // Each with a row of its own, of which nothing is there yet.
  const alone = households.map((facts) => missingOf(facts, { ...row }));
  expect(households.map((facts) => missingOf(facts, row))).toEqual(alone);
  expect(new Set(alone.map((one) => JSON.stringify(one))).size).toBe(5);
});
