import type { getPolicyPack, listPolicyPacks, PackSummary, ResponseOf } from '@yimen/contracts';
import { applyChanges, findPolicy, findPolicyForRegion, type Pack, type PolicySet } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { storedChange } from './change-content.ts';
import { listChanges } from './change-store.ts';
import { getRelease } from './get-release.ts';
import { clausesOf } from './show-clause.ts';
import { showParameters } from './show-parameters.ts';
import { showProgrammes } from './show-programmes.ts';
import { showRules } from './show-rules.ts';

/** Every pack there is, and the one that speaks for a place. */
export function listPacks(
  { policy }: Pick<Services, 'policy'>,
  { actor, query, now }: Act<typeof listPolicyPacks>,
): ResponseOf<typeof listPolicyPacks> {
  const region = query.region ?? actor.regionCode;
  const ofPlace = findPolicyForRegion(policy, region, civilDate(now))?.chain[0]?.id ?? null;
  return { version: policy.version, ofPlace, items: [...policy.packs.values()].map(summaryOf) };
}

/** The whole policy of a place on a day; for a day to come, with what is published for it. */
export async function showPolicy(
  services: Services,
  act: Act<typeof getPolicyPack>,
): Promise<ResponseOf<typeof getPolicyPack>> {
  const { tx, params, query, now } = act;
  const today = civilDate(now);
  const on = query.on ?? today;
  const decided = on > today ? await services.policySource.toCome(tx, on) : services.policy;
  const set = query.draft === undefined ? decided : await withDraft(decided, act, query.draft);
  const policy = findPolicy(set, params.packId, on);
  if (!policy) throw refused('NOT_FOUND');
  const { chain } = policy;
  return {
    version: set.version,
    on,
    chain: chain.map(summaryOf),
    parameters: showParameters(policy),
    rules: showRules(policy, services.rulebook),
    programmes: showProgrammes(policy),
    clauses: clausesOf(chain),
    vectors: chain.flatMap((pack) =>
      pack.vectors.map(({ id, title, on: day }) => ({ packId: pack.id, id, title, on: day })),
    ),
  };
}

/** With what changes of the draft may rest on: its pack and its documents, not its figures. */
async function withDraft(set: PolicySet, { tx, actor }: Act<typeof getPolicyPack>, draft: string): Promise<PolicySet> {
  const release = await getRelease(tx, actor, draft);
  const changes = (await listChanges(tx, [release.id])).map((one) => storedChange(release.packId, one));
  const ground = changes.filter(({ kind }) => kind === 'pack' || kind === 'document');
  return ground.length === 0 ? set : { ...set, packs: applyChanges(set.packs, ground) };
}

function summaryOf({ id, name, level, inherits, regions, parameters, rules, programmes }: Pack): PackSummary {
  return {
    id,
    name,
    level,
    inherits,
    regions: [...regions],
    parameters: parameters.length,
    rules: rules.length,
    programmes: programmes.length,
  };
}
