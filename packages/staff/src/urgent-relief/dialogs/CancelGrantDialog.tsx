import { cancelGrant } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import type { GrantDialogProps } from '../GrantActions.tsx';
import { text } from '../text.ts';
import { GrantReasonDialog } from './GrantReasonDialog.tsx';

export function CancelGrantDialog(props: GrantDialogProps) {
  const t = useText(text);
  return <GrantReasonDialog {...props} route={cancelGrant} title={t('withdraw')} doneText={t('withdrawn')} />;
}
