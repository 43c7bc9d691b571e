import { createHash } from 'node:crypto';
import {
  createRulebook,
  ENGINE_VERSION,
  explain,
  findPolicy,
  type PolicySet,
  recordDetermination,
  recordText,
  replay,
} from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { type KeptRecord, type KeptRecords, listEngineVersions, readRecords } from '../../test-data/records.ts';
import { hashPacks } from '../policy/index.ts';

const rulebook = createRulebook();

function setOf({ packs }: KeptRecords): PolicySet {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  return { version: hashPacks(byId), packs: byId };
}

describe.each(listEngineVersions())('what version %i of the engine determined', (version) => {
  const kept = readRecords(version);
  const set = setOf(kept);

  test('comes out the same today, by the packs as they were kept', () => {
    expect(kept.records.length).toBeGreaterThan(10);
    for (const { results } of kept.records) {
      expect(results).toMatchObject({ engineVersion: version, policyVersion: set.version });
      const again = replay({ ...results, explanations: [] }, set, rulebook);
      expect(again).toMatchObject({ identical: false, sameResults: true });
    }
  });

  test('is still told', () => {
    const told = kept.records.flatMap(({ explanations = [] }) => explanations);
    const texts = told.flatMap(({ eligible, amount }) =>
      (['zh', 'en'] as const).flatMap((language) =>
        [eligible, ...(amount ? [amount] : [])].flatMap((one) => explain(one, language)),
      ),
    );
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => /undefined|null|NaN|\[object/.test(text))).toEqual([]);
  });
});

/**
 * Where this fails, the same facts and packs are determined or told otherwise than before: raise `ENGINE_VERSION` and
 * keep the records of the new one (`node tools/keep-records.ts`).
 */
test('this version of the engine determines and tells to the byte what it did', () => {
  const kept = readRecords(ENGINE_VERSION);
  const set = setOf(kept);
  const changed = kept.records.filter((one) => hashAgain(set, one) !== one.sha256);
  expect(changed.map(({ results }) => `${results.packId} ${results.on}`)).toEqual([]);
});

function hashAgain(set: PolicySet, { results }: KeptRecord): string {
  const { packId, on, facts, origins, regionCode } = results;
  const policy = findPolicy(set, packId, on);
  const again = policy && rulebook.determine(policy, facts);
  if (!again?.ok) throw new Error(JSON.stringify(again?.issues));
  return createHash('sha256')
    .update(recordText(recordDetermination(again.determined, { origins, regionCode })))
    .digest('hex');
}
