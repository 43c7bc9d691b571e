import type { AvailableAction, CaseDetail, Permission, ReferralView, Words } from '@yimen/contracts';
import { isPossible } from '../casework/index.ts';
import type { Actor } from '../platform/http/actor.ts';

type Side = 'to' | 'from';

type Rule = {
  readonly act: string;
  readonly label: Words;
  readonly side: Side;
  readonly permission: Permission;
};

/** Which side does what with which permission; from which state, the state table knows. */
export const REFERRAL_RULES = {
  accept: {
    act: 'accept-referral',
    label: { zh: '接收', en: 'Accept' },
    side: 'to',
    permission: 'referral.answer',
  },
  finish: {
    act: 'finish-referral',
    label: { zh: '反馈结果', en: 'Report the result' },
    side: 'to',
    permission: 'referral.answer',
  },
  return: {
    act: 'return-referral',
    label: { zh: '退回', en: 'Return' },
    side: 'to',
    permission: 'referral.answer',
  },
  revoke: {
    act: 'revoke-referral',
    label: { zh: '撤回', en: 'Revoke' },
    side: 'from',
    permission: 'case.refer',
  },
} as const satisfies Record<string, Rule>;
export type ReferralAct = keyof typeof REFERRAL_RULES;

type OfTwoOffices = ReferralView & { readonly fromOfficeId?: string };

/** The referrals of a case as this post sees them, with what it may do. */
export function withReferralActions(referrals: CaseDetail['referrals'], actor: Actor): CaseDetail['referrals'] {
  return referrals.map((referral) => ({ ...referral, availableActions: availableReferralActions(referral, actor) }));
}

function availableReferralActions(referral: OfTwoOffices, actor: Actor): AvailableAction[] {
  // Object.entries loses the names of the acts.
  const rules = Object.entries(REFERRAL_RULES) as [ReferralAct, Rule][];
  const officeOf = { to: referral.toOfficeId, from: referral.fromOfficeId };
  return rules
    .filter(
      ([act, rule]) =>
        isPossible('referral', act, referral) &&
        officeOf[rule.side] === actor.officeId &&
        actor.permissions.has(rule.permission),
    )
    .map(([, { act, label }]) => ({ act, label, blockedBy: null }));
}
