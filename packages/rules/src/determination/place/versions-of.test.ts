import { expect, test } from 'vitest';
import { aPack, aRule, aVersion } from '../../../testing/a-policy.ts';
import type { DatedExpression } from '../../policy/pack.ts';
import { versionsOf } from './versions-of.ts';

const nation = (...versions: readonly DatedExpression[]) =>
  aPack({ rules: [{ ...aRule('r', 'flag', 'true'), versions }] });
const county = (...versions: readonly DatedExpression[]) =>
  aPack({ id: 'county', inherits: 'nation', rules: [{ id: 'r', definition: null, versions }] });

function shown(...chain: Parameters<typeof versionsOf>[1]): readonly string[] {
  return versionsOf('r', chain).map(({ from, to, fromPack, since, expression }) =>
    [from, to ?? '…', fromPack, since, expression].join(' '),
  );
}

const since2014 = aVersion({ from: '2014-05-01', expression: 'a' });
const since2021 = aVersion({ from: '2021-07-01', expression: 'b' });

test('a version ends the day before the next of its pack begins', () => {
  expect(shown(nation(since2014, since2021))).toEqual([
    '2014-05-01 2021-06-30 nation 2014-05-01 a',
    '2021-07-01 … nation 2021-07-01 b',
  ]);
});

test('the county speaks while it has a version, then the nation again, with what it said before', () => {
  const local = aVersion({ from: '2020-01-01', to: '2020-12-31', expression: 'c' });
  expect(shown(county(local), nation(since2014, since2021))).toEqual([
    '2014-05-01 2019-12-31 nation 2014-05-01 a',
    '2020-01-01 2020-12-31 county 2020-01-01 c',
    '2021-01-01 2021-06-30 nation 2014-05-01 a',
    '2021-07-01 … nation 2021-07-01 b',
  ]);
});

test('a change above that a nearer pack hides changes nothing', () => {
  const local = aVersion({ from: '2020-01-01', expression: 'c' });
  expect(shown(county(local), nation(since2014, since2021))).toEqual([
    '2014-05-01 2019-12-31 nation 2014-05-01 a',
    '2020-01-01 … county 2020-01-01 c',
  ]);
});

test('repealed here, the pack above speaks again', () => {
  const local = aVersion({ from: '2020-01-01', expression: 'c' });
  const repealed = aVersion({ from: '2022-01-01', expression: null });
  expect(shown(county(local, repealed), nation(since2014))).toEqual([
    '2014-05-01 2019-12-31 nation 2014-05-01 a',
    '2020-01-01 2021-12-31 county 2020-01-01 c',
    '2022-01-01 … nation 2014-05-01 a',
  ]);
});

test('a day between two versions has none', () => {
  const ended = aVersion({ from: '2014-05-01', to: '2015-01-31', expression: 'a' });
  expect(shown(nation(ended, since2021))).toEqual([
    '2014-05-01 2015-01-31 nation 2014-05-01 a',
    '2021-07-01 … nation 2021-07-01 b',
  ]);
});

test('a version holds on its last day, and a rule nobody speaks about has none', () => {
  const local = aVersion({ from: '2020-01-01', to: '2020-01-01', expression: 'c' });
  expect(shown(county(local), nation(since2014))).toEqual([
    '2014-05-01 2019-12-31 nation 2014-05-01 a',
    '2020-01-01 2020-01-01 county 2020-01-01 c',
    '2020-01-02 … nation 2014-05-01 a',
  ]);
  expect(versionsOf('other', [nation(since2014)])).toEqual([]);
});

test('each rule has the versions of its own name', () => {
  const pack = aPack({
    rules: [aRule('first', 'flag', 'x'), { ...aRule('r', 'flag', 'true'), versions: [since2021] }],
  });
  expect(versionsOf('r', [pack]).map(({ expression }) => expression)).toEqual(['b']);
  expect(versionsOf('first', [aPack(), pack]).map(({ expression }) => expression)).toEqual(['x']);
});
