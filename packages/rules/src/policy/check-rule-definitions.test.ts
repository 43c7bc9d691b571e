import { expect, test } from 'vitest';
import { issuesOf } from '../../testing/a-pack-issue.ts';
import { aPack, aRule, aVersion } from '../../testing/a-policy.ts';
import { aTable } from '../../testing/a-table.ts';
import type { Pack, Rule } from './pack.ts';

const isPoor = aRule('isPoor', 'flag', 'true');
const local = (...versions: Rule['versions']): Rule => ({ id: 'isPoor', definition: null, versions });
const nation = aPack({ rules: [aRule('isRich', 'flag', 'true'), isPoor] });
const countyWith = (...rules: readonly Rule[]): Pack =>
  aPack({ id: 'county', inherits: 'province', instruments: [], clauses: [], rules });
const province = aPack({ id: 'province', inherits: 'nation', instruments: [], clauses: [], rules: [local()] });
const issuesWith = (...rules: readonly Rule[]) => issuesOf(nation, province, countyWith(...rules));

test('a county may write a rule of the nation anew, from the first day of its document', () => {
  const first = aVersion({ from: '2014-01-01', expression: 'false' });
  expect(issuesWith(local(first, aVersion({ from: '2020-01-01', expression: 'true' })))).toEqual([]);
});

test.each<[string, readonly Rule[], string]>([
  ['twice', [local(), local()], '1.id: isPoor: stands twice'],
  [
    'with a definition of its own',
    [aRule('other', 'flag', 'true'), isPoor],
    '1.define: isPoor: is also defined in nation',
  ],
  ['of nobody', [{ ...local(), id: 'isOld' }], '0.id: isOld: is defined nowhere in this chain of packs'],
  [
    'by a clause that is missing',
    [local(aVersion({ expression: 'true' }), aVersion({ from: '2020-01-01', expression: 'true', clause: 'law.2' }))],
    '0.versions.1.clause: isPoor: there is no clause law.2: misspelt, or not yet in clauses',
  ],
  [
    'before its document',
    [local(aVersion({ from: '2013-12-31', expression: 'true' }))],
    '0.versions.0.from: isPoor: is valid before its instrument took effect on 2014-01-01',
  ],
  [
    'twice on a day',
    [local(aVersion({ expression: 'true' }), aVersion({ expression: 'false' }))],
    '0.versions.0.from: isPoor: two values on 2014-05-01',
  ],
])('a rule %s', (_, rules, issue) => {
  expect(issuesWith(...rules)).toContain(`county rules ${issue}`);
});

test('each row of a table may have a clause of its own, which must exist', () => {
  const table = aTable(
    'U',
    ['rooms'],
    [
      ['1', 'true'],
      ['2', 'true'],
      ['3', 'true'],
    ],
  );
  const citing = (...clauses: readonly (string | undefined)[]) => ({
    ...table,
    rules: table.rules.map((row, index) => ({ ...row, clause: clauses[index] })),
  });
  const version = (...clauses: readonly (string | undefined)[]) =>
    aVersion({ expression: '', table: citing(...clauses) });
  expect(issuesWith(local(version(undefined, 'law.1')))).toEqual([]);
  expect(issuesWith(local(version('law.7')))).toEqual([
    'county rules 0.versions.0.table.rules.0.clause: isPoor: there is no clause law.7: misspelt, or not yet in clauses',
  ]);
  expect(issuesWith(local(version(undefined, 'law.1', 'law.8')))).toEqual([
    'county rules 0.versions.0.table.rules.2.clause: isPoor: there is no clause law.8: misspelt, or not yet in clauses',
  ]);
});
