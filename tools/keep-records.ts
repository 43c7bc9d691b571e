import { createHash } from 'node:crypto';
import {
  createRulebook,
  ENGINE_VERSION,
  factsOf,
  findPolicy,
  type HouseholdColumns,
  type HouseholdFacts,
  type PolicySet,
  recordDetermination,
  recordText,
  valuesAt,
} from '@yimen/rules';
import { factsAt } from '../bench/rules/one-household.ts';
import { realSubject } from '../bench/rules/real-subject.ts';
import { loadPolicySet } from '../packages/server/src/policy/index.ts';
import { type KeptRecord, writeRecords } from '../packages/server/test-data/records.ts';

const SEEDED = 12;
/** Of the examples of the packs. */
const ONE_OF = 8;

/**
 * Keeps what this version of the engine makes of some households by the packs of today: seeded ones of which all is
 * known, and examples of the packs. What a version that was in use has kept must never be written again: raise
 * `ENGINE_VERSION` instead.
 */
function keepRecords(set: PolicySet): number {
  const rulebook = createRulebook();
  const records = householdsOf(set).map(([packId, on, facts], at): KeptRecord => {
    const policy = findPolicy(set, packId, on);
    const result = policy && rulebook.determine(policy, facts);
    if (!result?.ok) throw new Error(`${packId} on ${on}: ${JSON.stringify(result?.issues ?? 'no policy')}`);
    const record = recordDetermination(result.determined, { regionCode: '', origins: [] });
    const { explanations, ...results } = record;
    const sha256 = createHash('sha256').update(recordText(record)).digest('hex');
    return { sha256, results, ...(at === 0 && { explanations }) };
  });
  writeRecords(ENGINE_VERSION, { packs: [...set.packs.values()], records });
  return records.length;
}

type Asked = readonly [packId: string, on: string, facts: HouseholdFacts];

function householdsOf(set: PolicySet): readonly Asked[] {
  const subject = realSubject();
  if (!subject) throw new Error('the packs have no rules');
  const { packId, on } = { packId: subject.policy.chain[0]?.id ?? '', on: subject.policy.on };
  const columns: HouseholdColumns = subject.households(SEEDED);
  const seeded = Array.from({ length: SEEDED }, (_, household): Asked => {
    const values = valuesAt(subject.rules, columns, household);
    return [packId, on, factsAt(subject.rules, values)];
  });
  const examples = [...set.packs.values()].flatMap(({ id, vectors }) =>
    vectors.map((vector): Asked => [id, vector.on, factsOf(vector, vectors)]),
  );
  return [...seeded, ...examples.filter((_, at) => at % ONE_OF === 0)];
}

console.log(`engine ${ENGINE_VERSION}: ${keepRecords(loadPolicySet())} records kept`);
