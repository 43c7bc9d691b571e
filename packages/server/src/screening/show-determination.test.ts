import { createRulebook, explainProgrammes, type FactValues, factsOf, type HouseholdFacts } from '@yimen/rules';
import { expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { loadPolicySet, POLICIES_DIRECTORY, policyOfPlace } from '../policy/index.ts';
import { showDetermination } from './show-determination.ts';

const policies = loadPolicySet();
const policy = policyOfPlace(policies, { region: '341503100201', on: '2026-03-01' }, new Date('2026-03-01'));
const rulebook = createRulebook();
const { vectors = [] } = policies.packs.get('anhui-luan-yuan') ?? {};
const published = vectors.filter(({ on }) => on <= '2026-03-01').slice(0, 12);

/** Every so-manieth fact is not known. */
function hidden(facts: HouseholdFacts, every: number): HouseholdFacts {
  let count = 0;
  const hide = (given: FactValues): FactValues =>
    Object.fromEntries(
      Object.entries(given).filter(() => {
        count += 1;
        return count % every !== 0;
      }),
    );
  return {
    household: hide(facts.household),
    members: facts.members.map(hide),
    events: (facts.events ?? []).map(hide),
  };
}

test.each([1, 2, 3, 7, 1_000])(
  'with every %s. fact unknown, the brief answer is what the full explanation gives',
  (every) => {
    expect(published.length).toBeGreaterThan(0);
    for (const vector of published) {
      const result = rulebook.determine(policy, hidden(factsOf(vector, vectors), every));
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      const { determined } = result;
      const told = showDetermination(determined, { explanations: explainProgrammes(determined) });
      expect(showDetermination(determined)).toEqual(told);
    }
  },
);

test('what is due is paid from the day the rules say, and what is not due from none', () => {
  const plain = vectors.find(({ id }) => id === 'plain-one');
  if (!plain) throw new Error('the example is gone');
  const facts = factsOf(plain, vectors);
  const paidFrom = (household: FactValues, id: string) => {
    const result = rulebook.determine(policy, { ...facts, household: { ...facts.household, ...household } });
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return showDetermination(result.determined).programmes.find((one) => one.id === id)?.paidFrom;
  };
  expect(paidFrom({}, 'dibao')).toBe('2026-04-01');
  expect(paidFrom({ hasShopOrOffice: true }, 'dibao')).toBeNull();
  expect(paidFrom({}, 'dibaoEdge')).toBeNull();
});

test('a post is subsidised until the day the rules say', () => {
  const dongzhi = policyOfPlace(
    loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY),
    { region: '341721100201', on: '2026-03-01' },
    new Date('2026-03-01'),
  );
  const able = { canWork: 'full', isEmployed: false, schooling: 'none', isRegisteredUnemployed: true } as const;
  const member = { ...able, relation: 'self', isClergyAway: false, liberty: 'free', birthDate: '1985-05-01' };
  const result = rulebook.determine(dongzhi, {
    household: { recognisedClass: 'none' },
    members: [{ ...member, unemployedSince: '2025-03-01' }],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const help = showDetermination(result.determined).programmes.find(({ id }) => id === 'hardToEmployAssistance');
  expect(help).toMatchObject({ outcome: 'yes', amountFen: 100_000, paidFrom: null, paidUntil: '2029-03-01' });
});
