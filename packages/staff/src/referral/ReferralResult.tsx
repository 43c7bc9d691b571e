import type { ReferralView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { resultKindText } from './labels.ts';
import { text } from './text.ts';

/** How it ended: money, goods, a service, or why it came back. */
export function ReferralResult({ referral }: { readonly referral: ReferralView }) {
  const t = useText(text);
  const kind = useText(resultKindText);
  if (referral.returnReason !== null) return <p>{t('returnedBecause', { reason: referral.returnReason })}</p>;
  if (referral.resultKind === null) return null;
  return (
    <p>
      <strong>{kind(referral.resultKind)}</strong>{' '}
      {referral.resultAmountFen === null || referral.resultAmountFen === 0 ? null : (
        <Money fen={referral.resultAmountFen} strong />
      )}{' '}
      {referral.resultText}
    </p>
  );
}
