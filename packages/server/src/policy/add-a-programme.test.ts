import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRulebook, findPolicy, type HouseholdFacts, runVector } from '@yimen/rules';
import { afterAll, expect, test } from 'vitest';
import { loadPolicySet, POLICIES_DIRECTORY } from './index.ts';

const GUIDE = readFileSync(new URL('../../../../docs/add-a-programme.md', import.meta.url), 'utf8');
const directory = mkdtempSync(join(tmpdir(), 'policies-'));
const pack = join(directory, 'tea-county');
mkdirSync(pack);
for (const [, name = '', text = ''] of GUIDE.matchAll(/```yaml\n# (\S+)\n(.*?)```/gs))
  writeFileSync(join(pack, name), text);
afterAll(() => rmSync(directory, { recursive: true }));

test('whoever follows the guide has a programme that is determined, and examples that come out', () => {
  const set = loadPolicySet(POLICIES_DIRECTORY, directory);
  const policy = findPolicy(set, 'tea-county', '2026-03-01');
  if (!policy) throw new Error('the guide makes no pack');
  const rulebook = createRulebook();
  const [nearest] = policy.chain;
  expect(nearest?.vectors.map((vector) => runVector(rulebook, policy, vector))).toEqual([{ ok: true }, { ok: true }]);
  const facts: HouseholdFacts = JSON.parse(/```json\n(.*?)```/s.exec(GUIDE)?.[1] ?? '');
  const result = rulebook.determine(policy, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const aid = result.determined.outcomes.find(({ programme }) => programme === 'teaAid');
  expect(aid).toMatchObject({ outcome: 'yes', amount: 200_000 });
});
