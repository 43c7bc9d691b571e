import { returnReferral } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import type { ReferralDialogProps } from '../ReferralActions.tsx';
import { text } from '../text.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

export function ReturnReferralDialog(props: ReferralDialogProps) {
  const t = useText(text);
  return <ReasonDialog {...props} route={returnReferral} title={t('return')} doneText={t('returnedDone')} />;
}
