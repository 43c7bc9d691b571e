import type { ReferralView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { DueCountdown } from '../platform/show/DueCountdown.tsx';
import { useFormat } from '../platform/show/format.ts';
import { ReferralActions } from './ReferralActions.tsx';
import { ReferralResult } from './ReferralResult.tsx';
import { ReferralTag } from './ReferralTag.tsx';
import { text } from './text.ts';

export function CaseReferrals({ referrals }: { readonly referrals: readonly ReferralView[] }) {
  const t = useText(text);
  const format = useFormat();
  if (referrals.length === 0) return <p className="yc-faint">{t('noneOnCase')}</p>;
  return (
    <ul className="yc-records">
      {referrals.map((referral) => (
        <li key={referral.id}>
          <div className="yc-record-head">
            <strong>{referral.toOffice}</strong>
            <ReferralTag state={referral.state} />
            <span className="yc-faint">{t('sentAt', { when: format.shortMoment(referral.sentAt) })}</span>
          </div>
          <p>{referral.need}</p>
          {referral.clock === null || referral.answeredAt !== null ? null : <DueCountdown clock={referral.clock} />}
          <ReferralResult referral={referral} />
          <ReferralActions referral={referral} />
        </li>
      ))}
    </ul>
  );
}
