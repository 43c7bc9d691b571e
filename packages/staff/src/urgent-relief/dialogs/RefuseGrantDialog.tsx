import { refuseGrant } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import type { GrantDialogProps } from '../GrantActions.tsx';
import { text } from '../text.ts';
import { GrantReasonDialog } from './GrantReasonDialog.tsx';

export function RefuseGrantDialog(props: GrantDialogProps) {
  const t = useText(text);
  return (
    <GrantReasonDialog
      {...props}
      danger
      route={refuseGrant}
      title={t('refuse')}
      doneText={t('refused')}
      help={t('refuseHelp')}
    />
  );
}
