import { chainOf, createRulebook, explainValue, findPolicy, labelsOf, ruleSetOf } from '@yimen/rules';
import { expect, test } from 'vitest';
import { loadPolicySet } from './index.ts';

const policies = loadPolicySet();

test.each([...policies.packs.keys()])(
  '%s: every option of a parameter or column has words, and none is only its code',
  (packId) => {
    const set = ruleSetOf(chainOf(policies, packId));
    const { ofOption } = labelsOf(set);
    const nameless = set.parameters.flatMap(({ id, definition }) => [
      ...(definition.options ?? [])
        .filter((option) => ofOption(option, id).zh === option)
        .map((option) => `${id} ${option}`),
      ...definition.columns.flatMap((column) =>
        (column.options ?? [])
          .filter((option) => ofOption(option, `${id}.${column.id}`).zh === option)
          .map((option) => `${id}.${column.id} ${option}`),
      ),
    ]);
    expect(nameless).toEqual([]);
  },
);

test('the same code is called as its own parameter calls it', () => {
  const { ofOption } = labelsOf(ruleSetOf(chainOf(policies, 'cn')));
  expect(ofOption('none', 'upkeep.formula').zh).toBe('不推算');
  expect(ofOption('up', 'dibao.rounding').zh).toBe('进位');
  expect(ofOption('village', 'urgentRelief.ladder.level').zh).toContain('村');
});

test('an explanation calls a switch of the policy by its words', () => {
  const policy = findPolicy(policies, 'cn', '2026-03-01');
  const result = policy && createRulebook().determine(policy, { household: { area: 'urban' }, members: [{}] });
  if (!result?.ok) throw new Error('no policy');
  const text = result.determined.rules.variables
    .filter(({ entry }) => entry.on === 'household')
    .map(({ entry }) => JSON.stringify(explainValue(result.determined, entry.id)))
    .join();
  expect(text).toContain('补差');
  expect(text).not.toMatch(/"option":\{"zh":"[a-zA-Z]+"/);
});
