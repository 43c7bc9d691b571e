import { expect, test } from 'vitest';
import { aPack, aParameter, aRule, aValue, aVersion } from '../../testing/a-policy.ts';
import { policyHeldSince } from './held-since.ts';

const county = aPack({
  id: 'county',
  parameters: [
    { ...aParameter('cap', 'fen', 1), values: [aValue({ from: '2020-01-01', value: 1, to: '2025-06-30' })] },
  ],
});
const nation = aPack({
  id: 'nation',
  rules: [
    { ...aRule('isPoor', 'flag', 'a'), versions: [aVersion({ from: '2024-01-01' }), aVersion({ from: '2026-07-01' })] },
  ],
});

test.each([
  ['2019-12-31', null],
  ['2020-01-01', '2020-01-01'],
  ['2025-06-30', '2024-01-01'],
  ['2026-06-30', '2025-07-01'],
  ['2026-07-01', '2026-07-01'],
])('on %s the policy has said the same since %s', (on, since) => {
  expect(policyHeldSince({ chain: [county, nation], on })).toBe(since);
});
