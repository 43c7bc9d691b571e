import { expect, test } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { checkRules } from '../check/check-rules.ts';
import { readFacts } from '../facts/read-facts.ts';
import { readValue } from '../facts/values.ts';
import { rowFrom } from '../run/policy-row.ts';
import { generatedFor } from './generated.ts';

const on = '2026-03-01';
const OPERATORS = ['=', '!=', '<', '<=', '>', '>='];

// How many there are is always known; a fact may not be, and is compared by other code.
test.each([
  [1, 2, [false, true, true, true, false, false]],
  [2, 2, [true, false, false, true, false, true]],
  [2, 1, [false, true, false, false, true, true]],
])('%i and %i are compared alike whether or not they could be unknown', (left, right, expected) => {
  const variables = OPERATORS.flatMap((operator, index) => [
    aVariable(`certain${index}`, 'flag', `count(members) ${operator} count(events)`),
    aVariable(`open${index}`, 'flag', `left ${operator} right`),
  ]);
  const checked = checkRules(aRuleSet({ facts: [aFact('left', 'count'), aFact('right', 'count')], variables }), on);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const row = rowFrom(checked.rules, on, new Map());
  const list = (length: number) => Array.from({ length }, () => ({}));
  const read = readFacts(checked.rules, { household: { left, right }, members: list(left), events: list(right) });
  if (!row.ok || !read.ok) throw new Error(JSON.stringify([row, read]));
  generatedFor(checked.rules)(read.values, row.row);
  const found = (name: string) => OPERATORS.map((_, index) => readValue(checked.rules, read.values, `${name}${index}`));
  expect({ certain: found('certain'), open: found('open') }).toEqual({ certain: expected, open: expected });
});
