import { expect, test } from 'vitest';
import { aParameter, policyOf } from '../../testing/a-policy.ts';
import { resolveFlag, resolveInteger, resolveLimit, resolveList, resolveTable, resolveText } from './read-parameter.ts';

const policy = policyOf(
  aParameter('cap', 'fen', 100),
  aParameter('free', 'flag', false),
  aParameter('scope', 'text', 'household'),
  aParameter('within', 'limit', '10 workingDays'),
  aParameter('wrongLimit', 'limit', 'soon'),
  aParameter('causes', 'list', ['fire', 'flood']),
  aParameter('none', 'list', []),
  aParameter('levels', 'table', [{ level: 'county' }]),
  aParameter('since', 'date', '2026-03-01'),
  aParameter('wrongCap', 'flag', 100),
  aParameter('wrongCount', 'count', 'many'),
);
const readers = { resolveInteger, resolveFlag, resolveText, resolveList, resolveLimit, resolveTable };

test.each<[keyof typeof readers, readonly string[]]>([
  ['resolveInteger', ['cap']],
  ['resolveFlag', ['free']],
  ['resolveText', ['scope', 'within', 'wrongLimit', 'since', 'wrongCount']],
  ['resolveList', ['causes', 'none']],
  ['resolveLimit', ['within']],
  ['resolveTable', ['levels']],
])('%s reads %j and nothing else', (reader, readable) => {
  for (const { id, values } of policy.chain[0]?.parameters ?? []) {
    const expected = readable.includes(id)
      ? { known: true, id, value: values[0]?.value }
      : { known: false, id, label: { zh: id, en: id }, reason: 'otherUnit' };
    expect(readers[reader](policy, id)).toMatchObject(expected);
  }
});

test('a length comes with its clock', () => {
  expect(resolveLimit(policy, 'within')).toMatchObject({ limit: { amount: 10, clock: 'workingDays' } });
});

test.each(Object.entries(readers))('%s says why what is not there is not known', (_, read) => {
  expect(read(policy, 'nowhere')).toMatchObject({ known: false, id: 'nowhere', label: null, reason: 'notDefined' });
});
