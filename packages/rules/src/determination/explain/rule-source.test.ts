import { expect, test } from 'vitest';
import { aPack } from '../../../testing/a-policy.ts';
import { aVariable } from '../../../testing/a-rule.ts';
import { ruleSource } from './rule-source.ts';

const NAME = { zh: '测试县', en: 'the test county' };
const CHAIN = [aPack({ id: 'county', name: NAME, level: 'county', inherits: 'nation' }), aPack()];

test('a rule is told with the name and the level of the pack that has it', () => {
  const [version] = aVariable('kind', 'text', '"red"').versions;
  if (!version) throw new Error('It is in force since 2014.');
  expect(ruleSource({ ...version, fromPack: 'county' }, CHAIN)).toMatchObject({
    packId: 'county',
    packName: NAME,
    packLevel: 'county',
    clauseId: 'law.1',
    from: '2014-01-01',
    to: null,
  });
  expect(ruleSource(version, CHAIN)).toMatchObject({ packId: 'nation', packLevel: 'nation' });
});
