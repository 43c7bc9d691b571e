import { expect, test } from 'vitest';
import { aFact, aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import { differencesFromClosures } from '../../../testing/any-columns.ts';
import { createColumns } from '../batch/columns.ts';
import { checkRules } from '../check/check-rules.ts';
import { rowFrom } from '../run/policy-row.ts';

const ROUNDINGS = [
  'floor(?)',
  'ceiling(?)',
  'round up(?, 0)',
  'round down(?, 0)',
  'round half up(?, 0)',
  'round half down(?, 0)',
];
const DIVISORS = [2, 3, 7, 31, 100, 372, 10_000, 146_097, 1_000_003, 2 ** 31 - 1, 2 ** 33 + 1];

/** What lies around multiples and halves of the divisor, near nought and as far out as the fact goes. */
function numeratorsFor(divisor: number, largest: number): readonly number[] {
  const multiples = [0, 1, 2, 3, 1_000, 2 ** 30, Math.floor(largest / divisor) - 1].map((times) => times * divisor);
  const around = [...multiples, ...multiples.map((one) => one + Math.floor(divisor / 2))].flatMap((one) =>
    [-2, -1, 0, 1, 2].map((by) => one + by),
  );
  return [...around, largest].flatMap((one) => [one, -one]).filter((one) => Math.abs(one) <= largest);
}

test.each([
  ['bytes', 250, 0],
  ['integers', 2 ** 31 - 5, -(2 ** 31) + 5],
  ['positive integers', 2 ** 31 - 5, 0],
  ['thousands of integers', 2 ** 44, -(2 ** 44)],
  ['positive thousands of integers', 2 ** 47, 0],
  ['the largest', 2 ** 51, -(2 ** 51)],
] as const)('%s are divided by what is fixed as closures do it, whatever the rounding', (_, largest, smallest) => {
  const variables = DIVISORS.flatMap((divisor) =>
    ROUNDINGS.map((rounding, index) =>
      aVariable(`by${divisor}way${index}`, 'fen', rounding.replace('?', `amount / ${divisor}`)),
    ),
  );
  const checked = checkRules(
    aRuleSet({ facts: [aFact('amount', 'fen', { smallest, largest })], variables }),
    '2026-03-01',
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  const { rules } = checked;
  const amounts = DIVISORS.flatMap((divisor) => numeratorsFor(divisor, largest)).filter((one) => one >= smallest);
  const columns = createColumns(rules, { household: amounts.length, person: amounts.length, event: 0 });
  columns.facts.household[0]?.set(amounts.map((one) => one + 0));
  for (let index = 0; index <= amounts.length; index += 1) columns.offsets.person[index] = index;
  const row = rowFrom(rules, rules.on, new Map());
  if (!row.ok) throw new Error(JSON.stringify(row.issues));
  expect(differencesFromClosures(rules, columns, [row.row]).slice(0, 5)).toEqual([]);
});
