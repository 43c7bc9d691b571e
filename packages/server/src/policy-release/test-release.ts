import { randomUUID } from 'node:crypto';
import type { testPolicyRelease as contract, ResponseOf } from '@yimen/contracts';
import { createRulebook, type PolicySet, runVectors, type VectorReport } from '@yimen/rules';
import type { Act } from '../platform/http/implement.ts';
import { Refused, refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { storedChange } from './change-content.ts';
import { listChanges } from './change-store.ts';
import { findIssues } from './check-release.ts';
import { getPublicationNo } from './day-store.ts';
import { getReleaseIn } from './get-release.ts';
import { recordStep } from './record-step.ts';
import { insertTest } from './record-store.ts';
import { loadAround, stagesOf } from './release-policy.ts';
import { markTested } from './release-store.ts';

/** Runs the worked examples of every pack the release reaches; only when all come out may it be published. */
export async function testRelease(
  services: Services,
  { tx, actor, params, body, now, note }: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const revision = body.expectedVersion;
  const release = await getReleaseIn(tx, actor, { id: params.id, revision, states: ['draft'] });
  const publication_no = await getPublicationNo(tx);
  const around = await loadAround(services, tx, release);
  const changes = (await listChanges(tx, [release.id])).map((one) => storedChange(release.packId, one));
  if (changes.every(({ kind }) => kind === 'pack')) throw invalid(NOTHING);
  const [issue] = findIssues(around, changes, release.effectiveOn);
  if (issue) throw invalid(issue);
  const [first, ...following] = stagesOf(around, changes);
  const results = onceEach([first, ...following].flatMap((set) => run(set, release.packId)));
  const failed = results.filter(({ ok }) => !ok);
  const passed = failed.length === 0;
  await insertTest(tx, {
    id: randomUUID(),
    release_id: release.id,
    revision,
    version: first.version,
    passed,
    results,
    tested_by: actor.accountId,
    tested_at: now,
  });
  const tested = { base_version: services.policySource.base.version, publication_no, version: first.version };
  if (passed && !(await markTested(tx, release.id, revision, tested))) throw refused('VERSION_CONFLICT');
  await recordStep(tx, actor, { releaseId: release.id, act: passed ? 'test' : 'test-failed', reason: null, now });
  note({ subjectType: 'policy-release', subjectId: release.id, details: { passed, version: first.version } });
  return { passed, failed: failed.length, total: results.length };
}

const NOTHING = { zh: '还没有任何改动', en: 'There is no change yet' };

function invalid({ zh, en }: { readonly zh: string; readonly en: string }): Refused {
  return new Refused('POLICY_CHANGE_INVALID', undefined, [{ path: 'content', message: { zh, en } }]);
}

function run(set: PolicySet, packId: string): readonly VectorReport[] {
  return runVectors(set, packId, createRulebook());
}

/** An example that fails on any of the days counts as failed; otherwise it is shown once. */
function onceEach(results: readonly VectorReport[]): readonly VectorReport[] {
  const byId = new Map<string, VectorReport>();
  for (const result of results) {
    const key = `${result.packId} ${result.vectorId}`;
    if (!result.ok || !byId.has(key)) byId.set(key, result);
  }
  return [...byId.values()];
}
