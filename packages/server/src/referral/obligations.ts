import { isPossible, type Obligations } from '../casework/index.ts';
import type { Tx } from '../platform/db/database.ts';
import { listReferralStates } from './queries.ts';

/** A case with a referral nobody has answered is not finished; one that was answered may end as referred. */
export async function referralObligations(tx: Tx, caseId: string): Promise<Obligations> {
  const referrals = await listReferralStates(tx, caseId);
  const open = referrals.filter((referral) => isPossible('referral', 'revoke', referral));
  return {
    open: open.map(({ state, name }) =>
      isPossible('referral', 'accept', { state })
        ? { zh: `${name}尚未答复转办`, en: `${name} has not answered the referral` }
        : { zh: `${name}尚未反馈办理结果`, en: `${name} has not reported the result of the referral` },
    ),
    aided: false,
    referred: referrals.some(({ state }) => state === 'accepted' || state === 'done'),
  };
}
