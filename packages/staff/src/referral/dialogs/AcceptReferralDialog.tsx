import { acceptReferral } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { ReferralDialogProps } from '../ReferralActions.tsx';
import { text } from '../text.ts';

export function AcceptReferralDialog({ referral, onClose }: ReferralDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog
      route={acceptReferral}
      title={t('accept')}
      submitText={t('accept')}
      doneText={t('accepted')}
      toInput={() => ({ params: { id: referral.id }, body: { expectedVersion: referral.version } })}
      onClose={onClose}
    >
      <p>{t('acceptText', { from: referral.fromOffice, name: referral.headName })}</p>
      <blockquote className="yc-quote">{referral.need}</blockquote>
    </CommandDialog>
  );
}
