import { expect, test } from 'vitest';
import { aRuleSet, aVariable } from '../../../testing/a-rule.ts';
import type { RuleVariable } from './rule-model.ts';
import { findVersion, regimesOf } from './version-on.ts';

function withVersions(...spans: readonly (readonly [from: string, to: string | null])[]): RuleVariable {
  const variable = aVariable('r', 'flag', 'true');
  const versions = variable.versions.flatMap((version) =>
    spans.map(([from, to]) => ({ ...version, from, to, expression: from })),
  );
  return { ...variable, versions };
}

const rule = withVersions(['2020-01-01', null], ['2014-01-01', '2018-12-31'], ['2024-01-01', '2024-01-01']);

test.each([
  ['2013-12-31', undefined],
  ['2014-01-01', '2014-01-01'],
  ['2018-12-31', '2014-01-01'],
  ['2019-01-01', undefined],
  ['2020-01-01', '2020-01-01'],
  ['2023-12-31', '2020-01-01'],
  ['2024-01-01', '2024-01-01'],
  ['2024-01-02', undefined],
])('on %s the version since %s is in force, in whatever order they are written', (on, from) => {
  expect(findVersion(rule, on)?.from).toBe(from);
});

test('a stretch of days begins where a version does, and the day after one ends', () => {
  const other = withVersions(['2014-01-01', null]);
  expect(regimesOf(aRuleSet({ variables: [rule, other] }))).toEqual([
    '2014-01-01',
    '2019-01-01',
    '2020-01-01',
    '2024-01-01',
    '2024-01-02',
  ]);
});
