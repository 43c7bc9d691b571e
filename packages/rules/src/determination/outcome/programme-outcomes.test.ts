import { expect, test } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { HouseholdFacts } from '../../household-facts.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import { closuresFor } from '../run/closures.ts';
import { rowFrom } from '../run/policy-row.ts';
import { programmeOutcomes } from './programme-outcomes.ts';

const person = { on: 'person' } as const;
const PROGRAMME = { amount: null, excludes: [] } as const;

const RULES = aRuleSet({
  facts: [aFact('gap', 'fen'), aFact('isOrphan', 'flag', person), aFact('isDisabled', 'flag', person)],
  variables: [
    aVariable('isDibao', 'flag', 'gap > 0'),
    aVariable('getsLiving', 'flag', 'isDisabled', person),
    aVariable('getsOrphan', 'flag', 'isOrphan', person),
  ],
  determinations: [
    { ...PROGRAMME, programme: 'dibao', eligible: 'isDibao', amount: 'gapAmount' },
    { ...PROGRAMME, programme: 'living', eligible: 'getsLiving', excludes: ['orphan'] },
    { ...PROGRAMME, programme: 'orphan', eligible: 'getsOrphan', excludes: ['living'] },
  ],
});
const WITH_AMOUNT = { ...RULES, variables: [...RULES.variables, aVariable('gapAmount', 'fen', 'gap')] };

function outcomesOf(facts: HouseholdFacts): readonly string[] {
  const checked = checkRules(WITH_AMOUNT, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const read = readFacts(checked.rules, facts);
  const row = rowFrom(checked.rules, '2026-03-01', new Map());
  if (!read.ok || !row.ok) throw new Error('no facts');
  closuresFor(checked.rules)(read.values, row.row);
  return programmeOutcomes(checked.rules, read.values).map(({ programme, index, outcome, amount, excludedBy }) =>
    [programme, index, outcome, amount ?? '-', ...excludedBy].join(' '),
  );
}

test('a programme of persons has an outcome for each; two that exclude each other are named where one person has both', () => {
  const members = [{ isOrphan: true, isDisabled: true }, { isOrphan: true, isDisabled: false }, { isDisabled: true }];
  expect(outcomesOf({ household: { gap: 500 }, members })).toEqual([
    'dibao 0 yes 500',
    'living 0 yes - orphan',
    'living 1 no -',
    'living 2 yes -',
    'orphan 0 yes - living',
    'orphan 1 yes -',
    'orphan 2 unknown -',
  ]);
});

test('what is not known is neither yes nor no', () => {
  expect(outcomesOf({ household: {}, members: [{}] })[0]).toBe('dibao 0 unknown -');
});

function outcomesWith(parts: Partial<typeof RULES>, facts: HouseholdFacts) {
  const checked = checkRules({ ...WITH_AMOUNT, ...parts }, '2026-03-01');
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const read = readFacts(checked.rules, facts);
  const row = rowFrom(checked.rules, '2026-03-01', new Map());
  if (!read.ok || !row.ok) throw new Error('no facts');
  closuresFor(checked.rules)(read.values, row.row);
  return programmeOutcomes(checked.rules, read.values).map(({ programme, on, index, outcome, excludedBy }) =>
    [programme, on, index, outcome, ...excludedBy].join(' '),
  );
}

test('what the household has stands against what each member has, and is named once', () => {
  const determinations = [
    { ...PROGRAMME, programme: 'dibao', eligible: 'isDibao', excludes: ['living'] },
    { ...PROGRAMME, programme: 'living', eligible: 'getsLiving', excludes: ['dibao'] },
  ];
  const members = [{ isDisabled: true }, { isDisabled: false }, { isDisabled: true }];
  expect(outcomesWith({ determinations }, { household: { gap: 500 }, members })).toEqual([
    'dibao household 0 yes living',
    'living person 0 yes dibao',
    'living person 1 no',
    'living person 2 yes dibao',
  ]);
  expect(outcomesWith({ determinations }, { household: { gap: 0 }, members })[1]).toBe('living person 0 yes');
});

test('what an event brings does not stand against what the member of the same number has', () => {
  const rules = {
    facts: [...WITH_AMOUNT.facts, aFact('isFire', 'flag', { on: 'event' })],
    variables: [...WITH_AMOUNT.variables, aVariable('getsRelief', 'flag', 'isFire', { on: 'event' })],
    determinations: [
      { ...PROGRAMME, programme: 'living', eligible: 'getsLiving', excludes: ['relief'] },
      { ...PROGRAMME, programme: 'relief', eligible: 'getsRelief', excludes: ['living'] },
    ],
  };
  expect(outcomesWith(rules, { household: {}, members: [{ isDisabled: true }], events: [{ isFire: true }] })).toEqual([
    'living person 0 yes',
    'relief event 0 yes',
  ]);
});
