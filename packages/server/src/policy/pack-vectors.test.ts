import { createRulebook, findPolicy, generatedFor, runVector } from '@yimen/rules';
import { describe, expect, test } from 'vitest';
import { TEST_POLICIES_DIRECTORY } from '../../test-data/policies.ts';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const set = loadPolicySet(POLICIES_DIRECTORY, TEST_POLICIES_DIRECTORY);
const closures = createRulebook();
const generated = createRulebook(generatedFor);

for (const pack of set.packs.values()) {
  describe.runIf(pack.vectors.length > 0)(`${pack.id} ${pack.name.zh}`, () => {
    test.each(pack.vectors.map((vector) => [vector.id, vector.title.zh, vector] as const))(
      '%s %s',
      (_id, _title, vector) => {
        const policy = findPolicy(set, pack.id, vector.on);
        if (!policy) throw new Error(`no policy for ${pack.id}`);
        expect(runVector(closures, policy, vector)).toEqual({ ok: true });
        expect(runVector(generated, policy, vector)).toEqual({ ok: true });
      },
    );
  });
}
