import { resetAccount } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { AccountDialogProps } from '../AccountActs.tsx';
import { text } from '../text.ts';

export function ResetAccountDialog({ account, onIssued, onClose }: AccountDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof resetAccount, object>
      route={resetAccount}
      title={`${t('reset')} · ${account.name}`}
      submitText={t('reset')}
      danger
      toInput={() => ({ params: { id: account.id } })}
      onDone={({ activationToken }) => onIssued({ name: account.name, token: activationToken })}
      onClose={onClose}
    >
      <p>{t('resetText')}</p>
    </CommandDialog>
  );
}
