import { expect, test } from 'vitest';
import { aFact, aRuleParameter, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { differencesFromClosures } from '../../../testing/any-columns.ts';
import { createColumns } from '../batch/columns.ts';
import { UNKNOWN_MARK } from '../batch/storage.ts';
import { checkRules } from '../check/check-rules.ts';
import { someCore } from '../core/core.ts';
import { addDaysToKey, findDateKey } from '../core/date-key.ts';
import { rowFrom } from '../run/policy-row.ts';
import { planOf } from './plan.ts';

const OPERATORS = ['<', '<=', '>', '>=', '=', '!='];
const ON = '2026-03-01';

const checked = checkRules(
  aRuleSet({
    facts: [aFact('since', 'date')],
    parameters: [aRuleParameter('within', 'calendarDays', { smallest: -400, largest: 400 })],
    variables: OPERATORS.flatMap((operator, index) => [
      aVariable(`past${index}`, 'flag', `(today() - since).days ${operator} within`),
      aVariable(`ahead${index}`, 'flag', `within ${operator} (since - today()).days`),
      aVariable(`later${index}`, 'flag', `since + @"P1D" * within ${operator} today()`),
      aVariable(`earlier${index}`, 'flag', `today() ${operator} since - @"P30D"`),
      aVariable(`some${index}`, 'flag', `some one in members satisfies (today() - since).days ${operator} within`),
    ]),
  }),
  ON,
);
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const { rules } = checked;

test.each([-366, -1, 0, 1, 30, 365, null])(
  'with %s days households are compared with a day of the place as closures count them',
  (within) => {
    const row = rowFrom(rules, ON, new Map(within === null ? [] : [['within', within]]));
    if (!row.ok) throw new Error(JSON.stringify(row.issues));
    const first = addDaysToKey(findDateKey(ON) ?? 0, -500);
    const days = Array.from({ length: 1_000 }, (_, index) => addDaysToKey(first, index));
    const columns = createColumns(rules, { household: days.length, person: days.length, event: 0 });
    columns.facts.household[0]?.set([...days.slice(1), UNKNOWN_MARK.int32]);
    for (let index = 0; index <= days.length; index += 1) columns.offsets.person[index] = index;
    expect(differencesFromClosures(rules, columns, [row.row]).slice(0, 5)).toEqual([]);
  },
);

test('no days are counted for a household then', () => {
  const { steps, rowOnly } = planOf(rules, new Set(rules.variables.map(({ entry }) => entry.id)));
  const counting = steps.filter((step) => {
    const { core } = step.kind === 'fold' ? step : step.variable;
    return someCore(core, (part) => part.op === 'date' && !rowOnly.isRowOnly(part, 'household', new Map()));
  });
  expect(counting).toEqual([]);
});
