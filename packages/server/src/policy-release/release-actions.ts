import type { ReleaseView, Words } from '@yimen/contracts';
import { transitions } from '@yimen/rules';
import { civilDate } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { isAmong } from '../platform/stand-ins.ts';
import { listAuthors } from './queries.ts';
import type { ReleaseRow } from './release-store.ts';

type Actions = ReleaseView['availableActions'];
const ACTS = ['edit', 'test', 'publish', 'return', 'abandon', 'withdraw'] as const;

/** What this person may do with the release now, and what stands in the way. */
export async function releaseActions(
  { tx, actor, now }: { readonly tx: Tx; readonly actor: Actor; readonly now: Date },
  release: ReleaseRow,
): Promise<Actions> {
  const allowed = ACTS.filter((act) => {
    const { from, by } = transitions.policyRelease[act];
    const states: readonly string[] = from;
    return states.includes(release.state) && by.some((permission) => actor.permissions.has(permission));
  });
  const isOwn = allowed.includes('publish') && isAmong(actor, await listAuthors(tx, release.id));
  const hasBegun = release.effectiveOn <= civilDate(now);
  return allowed.map((act) => ({ act, blockedBy: reasonAgainst(act, { isOwn, hasBegun }) }));
}

function reasonAgainst(
  act: Actions[number]['act'],
  { isOwn, hasBegun }: { readonly isOwn: boolean; readonly hasBegun: boolean },
): Words | null {
  if (act === 'publish' && isOwn) return OWN;
  return hasBegun && (act === 'publish' || act === 'withdraw') ? BEGUN : null;
}

const OWN = {
  zh: '起草人和代其办理的人不能批准发布，请交由另一位审批人',
  en: 'Who drafted it, or stands in for them, does not publish it: ask another approver',
};
const BEGUN = {
  zh: '生效日已到。请把生效日改到明天以后',
  en: 'Its day has begun: choose a day after today',
};
