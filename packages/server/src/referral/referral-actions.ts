import type { AvailableAction, CaseDetail, Permission, ReferralView, Words } from '@yimen/contracts';
import type { Actor } from '../platform/http/actor.ts';

export type ReferralState = ReferralView['state'];
type Side = 'to' | 'from';

type Rule = {
  readonly act: string;
  readonly label: Words;
  readonly side: Side;
  readonly permission: Permission;
  readonly from: readonly ReferralState[];
};

/** Who may do what with a referral in which state; the use cases ask the same table. */
export const REFERRAL_RULES = {
  accept: {
    act: 'accept-referral',
    label: { zh: '接收', en: 'Accept' },
    side: 'to',
    permission: 'referral.answer',
    from: ['sent'],
  },
  finish: {
    act: 'finish-referral',
    label: { zh: '反馈结果', en: 'Report the result' },
    side: 'to',
    permission: 'referral.answer',
    from: ['accepted'],
  },
  return: {
    act: 'return-referral',
    label: { zh: '退回', en: 'Return' },
    side: 'to',
    permission: 'referral.answer',
    from: ['sent', 'accepted'],
  },
  revoke: {
    act: 'revoke-referral',
    label: { zh: '撤回', en: 'Revoke' },
    side: 'from',
    permission: 'case.refer',
    from: ['sent', 'accepted'],
  },
} as const satisfies Record<string, Rule>;
export type ReferralAct = keyof typeof REFERRAL_RULES;

type OfTwoOffices = ReferralView & { readonly fromOfficeId?: string };

/** The referrals of a case as this post sees them, with what it may do. */
export function withReferralActions(referrals: CaseDetail['referrals'], actor: Actor): CaseDetail['referrals'] {
  return referrals.map((referral) => ({ ...referral, availableActions: availableReferralActions(referral, actor) }));
}

function availableReferralActions(referral: OfTwoOffices, actor: Actor): AvailableAction[] {
  const rules: readonly Rule[] = Object.values(REFERRAL_RULES);
  const officeOf = { to: referral.toOfficeId, from: referral.fromOfficeId };
  return rules
    .filter(
      (rule) =>
        rule.from.includes(referral.state) &&
        officeOf[rule.side] === actor.officeId &&
        actor.permissions.has(rule.permission),
    )
    .map(({ act, label }) => ({ act, label, blockedBy: null }));
}
