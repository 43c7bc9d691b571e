import { revokeReferral } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import type { ReferralDialogProps } from '../ReferralActions.tsx';
import { text } from '../text.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

export function RevokeReferralDialog(props: ReferralDialogProps) {
  const t = useText(text);
  return <ReasonDialog {...props} route={revokeReferral} title={t('revoke')} doneText={t('revokedDone')} />;
}
