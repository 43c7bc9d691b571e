import type { explainHeldItem as contract, ResponseOf } from '@yimen/contracts';
import type { PolicySet } from '@yimen/rules';
import { compareWithPolicy, findStandingOutcomes } from '../assessment/index.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import { findPolicyVersion, policyOfPlace } from '../policy/index.ts';
import type { Services } from '../services.ts';
import { getRun } from './get-run.ts';
import { programmeNames } from './programme-names.ts';
import { findItemRow } from './queries.ts';

/** Why a household is held: what each difference comes from, what was learned since, and what the policy says otherwise. */
export async function explainHeldItem(
  services: Services,
  { tx, actor, params, note, now }: Act<typeof contract>,
): Promise<ResponseOf<typeof contract>> {
  const run = await getRun(tx, actor, params.id);
  const item = await findItemRow(tx, run.id, params.householdId);
  const standing = item && (await findStandingOutcomes(tx, item.householdId));
  if (!item || !standing) throw refused('NOT_FOUND');
  note({ subjectType: 'case', subjectId: item.caseId, details: { redeterminationId: run.id } });
  const set = await policyOfRun(services, tx, run.policyVersion);
  const { before, after, facts, policy } = await compareWithPolicy(services, tx, standing, (region) =>
    policyOfPlace(set, { region, on: run.on }, now),
  );
  const nameOf = programmeNames(set, run.on);
  return {
    changes: item.changes.map(({ programme, personId, personName }) => ({
      programme,
      programmeName: nameOf(item.regionCode, programme),
      personId,
      personName,
      before: before(programme, personId) ?? null,
      after: after(programme, personId) ?? null,
    })),
    facts: [...facts],
    policy: [...policy],
  };
}

/** That of today, or as it was kept. */
async function policyOfRun({ policy }: Pick<Services, 'policy'>, tx: Tx, version: string): Promise<PolicySet> {
  if (version === policy.version) return policy;
  const kept = await findPolicyVersion(tx, version);
  if (!kept) throw refused('NOT_REPLAYABLE', { policyVersion: version });
  return kept;
}
