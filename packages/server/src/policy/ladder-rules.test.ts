import {
  createRulebook,
  decideLadderLevel,
  findPolicy,
  type GrantedByLevel,
  ladderFacts,
  type PolicyOn,
  readLadder,
  readValue,
} from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY);
const rulebook = createRulebook();
const NEEDS = [1, 80_000, 99_999, 100_000, 100_001, 150_000, 299_999, 300_000, 300_001, 500_000, 500_001, 9_000_000];
const GRANTED: readonly GrantedByLevel[] = [
  {},
  { village: 60_000 },
  { village: 100_000 },
  { village: 100_000, township: 150_000 },
  { village: 100_000, township: 200_000 },
  { township: 200_000 },
  { township: 250_000 },
];

/** Yu'an goes level after level; Jinjiang lets the amount decide and has no village level. */
describe.each(['anhui-luan-yuan', 'fujian-jinjiang'])('%s', (packId) => {
  test('a determination recommends the same shares as the ladder decides', () => {
    const policy = policyOf(packId);
    for (const granted of GRANTED) {
      for (const needFen of NEEDS) {
        expect({ granted, needFen, ...byRules(policy, needFen, granted) }).toEqual({
          granted,
          needFen,
          ...byLadder(policy, needFen, granted),
        });
      }
    }
  });
});

function policyOf(packId: string): PolicyOn {
  const policy = findPolicy(set, packId, '2026-03-01');
  if (!policy) throw new Error(`no policy for ${packId}`);
  return policy;
}

function byLadder(policy: PolicyOn, needFen: number, grantedByLevel: GrantedByLevel) {
  const plan = decideLadderLevel({ needFen, grantedByLevel }, policy);
  if (!plan.allowed) throw new Error(plan.code);
  const { shares, level } = plan.figures;
  const of = (one: string) => shares.find((share) => share.level === one)?.amountFen ?? 0;
  return { level, village: of('village'), township: of('township'), county: of('county') };
}

function byRules(policy: PolicyOn, neededAmount: number, granted: GrantedByLevel) {
  const ladder = readLadder(policy);
  if (!ladder.known) throw new Error('no ladder');
  const event = { neededAmount, compensationReceived: 0, aidedElsewhere: 0, ...ladderFacts(ladder, granted) };
  const result = rulebook.determine(policy, { household: {}, members: [{}], events: [event] });
  if (!result.ok) throw new Error(result.issues.map(({ en }) => en).join());
  const { rules, values } = result.determined;
  const read = (id: string) => readValue(rules, values, id, 0);
  return {
    level: read('ladderLevel'),
    village: read('villageShare'),
    township: read('townshipShare'),
    county: read('countyShare'),
  };
}
