import { explainValue } from '../src/determination/explain/explain-programmes.ts';
import type { RuleFact, RuleParameter, RuleSet } from '../src/determination/model/rule-model.ts';
import { createRulebook, type Determined } from '../src/determination/place/rulebook.ts';
import { explainLines } from '../src/explanation/explain.ts';
import type { Explanation } from '../src/explanation/explanation.ts';
import type { FactValues, HouseholdFacts } from '../src/household-facts.ts';
import { findPolicy } from '../src/policy/policy-on.ts';
import type { ParameterValue, Unit } from '../src/policy/unit.ts';
import { aColumn, aFact, aRuleParameter, aRuleSet, aVariable } from './a-rule.ts';
import { policySetFrom } from './policy-set-from.ts';

const person = { on: 'person' } as const;
const event = { on: 'event' } as const;
const money = { per: 'month', largest: 10_000_000 } as const;
const COLOURS = ['red', 'green', 'blue'];

/** In the words of this fact or rule alone: 红 of one is not 红 of another. */
function inOwnWords<T extends Pick<RuleFact, 'id' | 'options'>>(one: T): T {
  return {
    ...one,
    options: one.options.map(({ id }) => ({ id, label: { zh: `${one.id}:${id}`, en: `${one.id}/${id}` } })),
  };
}

const FACTS: readonly RuleFact[] = [
  aFact('income', 'fen', money),
  aFact('rent', 'fen', money),
  aFact('savings', 'fen', { largest: 10_000_000 }),
  aFact('employed', 'flag'),
  aFact('single', 'flag'),
  inOwnWords(aFact('colour', 'text', { options: COLOURS })),
  inOwnWords(aFact('door', 'text', { options: COLOURS })),
  aFact('since', 'date'),
  aFact('until', 'date'),
  aFact('size', 'count', { smallest: 1, largest: 9 }),
  aFact('wage', 'fen', { ...person, ...money }),
  aFact('born', 'date', person),
  aFact('student', 'flag', person),
  aFact('ill', 'flag', person),
  inOwnWords(aFact('hat', 'text', { ...person, options: COLOURS })),
  aFact('cost', 'fen', { ...event, largest: 10_000_000 }),
  aFact('urgent', 'flag', event),
];

const words = (id: string) =>
  Object.fromEntries(COLOURS.map((colour) => [colour, { zh: `${id}:${colour}`, en: `${id}/${colour}` }]));

function withWords({ id, definition }: RuleParameter): RuleParameter {
  return { id, definition: { ...definition, labels: words(id) } };
}

const PARAMETERS: readonly RuleParameter[] = [
  aRuleParameter('standard', 'fen', { ...money, smallest: 1 }),
  aRuleParameter('ratio', 'basisPoints', { largest: 20_000 }),
  withWords(aRuleParameter('kinds', 'list', { options: COLOURS })),
  withWords(aRuleParameter('usual', 'text', { options: COLOURS })),
  aRuleParameter('opening', 'date'),
  aRuleParameter('stay', 'months', { largest: 12 }),
  aRuleParameter('tariff', 'table', {
    columns: [
      { ...aColumn('kind', 'text', COLOURS), labels: words('kind') },
      aColumn('upTo', 'fen'),
      aColumn('pays', 'fen'),
      { ...aColumn('gives', 'text', COLOURS), labels: words('gives') },
    ],
  }),
];

const FIGURES: ReadonlyMap<string, ParameterValue> = new Map<string, ParameterValue>([
  ['standard', 86_300],
  ['ratio', 15_000],
  ['kinds', ['red', 'green']],
  ['usual', 'green'],
  ['opening', '2020-01-01'],
  ['stay', 6],
  ['tariff', COLOURS.map((kind, index) => ({ kind, upTo: index * 100_000, pays: index * 10_000, gives: 'blue' }))],
]);

type AnyRule = readonly [id: string, unit: Unit, expression: string, parts?: Parameters<typeof aVariable>[3]];

/** Rules over facts and figures of every kind, determined in a county on 1 March 2026. */
export function determinedBy(
  rules: readonly AnyRule[],
  facts: HouseholdFacts,
  determinations: RuleSet['determinations'] = [],
): Determined {
  const variables = rules.map(([id, unit, expression, parts]) => inOwnWords(aVariable(id, unit, expression, parts)));
  const set = aRuleSet({ facts: FACTS, parameters: PARAMETERS, variables, determinations });
  const policy = findPolicy(policySetFrom(set, FIGURES), 'county', '2026-03-01');
  const result = policy && createRulebook().determine(policy, facts);
  if (!result?.ok) throw new Error(JSON.stringify(result?.issues));
  return result.determined;
}

/** One rule of the household, explained. */
export function explained(expression: string, unit: Unit, facts: HouseholdFacts, per?: 'month' | 'year'): Explanation {
  const parts = { ...(per && { per }), ...(unit === 'text' && { options: COLOURS }) };
  return explainValue(determinedBy([['result', unit, expression, parts]], facts), 'result');
}

const BASIS = /，依据《测试规定》第一条（(全国规定，自2014年1月1日起适用|测试县规定，自2025年1月1日起适用)）/;

/** What is told, without the articles; what a line rests on stands further in. */
export function outlineOf(tree: Explanation): readonly string[] {
  return explainLines(tree, 'zh').map(({ depth, text }) => '· '.repeat(depth) + text.replace(BASIS, ''));
}

export function aHousehold(
  household: FactValues = {},
  members: readonly FactValues[] = [{}],
  events: readonly FactValues[] = [],
): HouseholdFacts {
  return { household, members, events };
}
