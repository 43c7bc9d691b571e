import { randomUUID } from 'node:crypto';
import type { startRedetermination as contract, Done } from '@yimen/contracts';
import { findPolicyForRegion, policyHeldSince } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import { refuseByConstraint } from '../platform/db/refuse-by-constraint.ts';
import type { Act } from '../platform/http/implement.ts';
import { refused, refusedField } from '../platform/refused.ts';
import type { Services } from '../services.ts';
import { findUnfinished, insertRun } from './store.ts';

/** Everybody in the remit by the policy of today; the worker takes it from here. */
export async function startRedetermination(
  { policy }: Pick<Services, 'policy'>,
  { tx, actor, body, now, note }: Act<typeof contract>,
): Promise<Done> {
  const { on } = body;
  // What will be published for a later day is not known today.
  if (on > civilDate(now)) throw refusedField('INVALID_INPUT', 'on', NOT_LATER);
  const { regionCode, regionTo } = actor;
  const present = findPolicyForRegion(policy, regionCode, civilDate(now));
  const since = present && policyHeldSince(present);
  if (since && on < since) throw refusedField('INVALID_INPUT', 'on', notEarlier(since));
  if (await findUnfinished(tx, regionCode, regionTo)) throw refused('REDETERMINATION_OPEN');
  const id: string = randomUUID();
  await refuseByConstraint({ redetermination_one_open: 'REDETERMINATION_OPEN' }, {}, () =>
    insertRun(tx, {
      id,
      region_code: regionCode,
      region_to: regionTo,
      on_date: on,
      policy_version: policy.version,
      started_at: now,
      started_by: actor.accountId,
      started_behalf_account_id: actor.behalfAccountId,
      started_post_id: actor.postId,
    }),
  );
  note({ subjectType: 'redetermination', subjectId: id, details: { on, policyVersion: policy.version } });
  return { id, version: 1 };
}

const NOT_LATER = { zh: '应为今天或更早的日期', en: 'must be today or an earlier day' };

/** Households are what they are by the policy of today: what another policy would make of them is no difference. */
function notEarlier(since: string) {
  return {
    zh: `不能早于 ${since}：现行政策从那天起没有变过，更早的日子要按当时的政策`,
    en: `must not be before ${since}: since then the policy is what it is today, and before that it was another`,
  };
}
