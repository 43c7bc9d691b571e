import { updateAccount } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { AccountDialogProps } from '../AccountActs.tsx';
import { text } from '../text.ts';

/** Disables an account, or brings a disabled one back. */
export function EnableAccountDialog({ account, onClose }: AccountDialogProps) {
  const t = useText(text);
  const title = `${account.disabled ? t('enable') : t('disable')} · ${account.name}`;
  return (
    <CommandDialog<typeof updateAccount, object>
      route={updateAccount}
      title={title}
      submitText={account.disabled ? t('enable') : t('disable')}
      doneText={account.disabled ? t('enabledDone') : t('disabledDone')}
      danger={!account.disabled}
      toInput={() => ({
        params: { id: account.id },
        body: { disabled: !account.disabled, expectedVersion: account.version },
      })}
      onClose={onClose}
    >
      <p>{t(consequenceOf(account))}</p>
    </CommandDialog>
  );
}

/** Only an administrator's disabling takes the posts away. */
function consequenceOf({ disabled, unused }: AccountDialogProps['account']) {
  if (!disabled) return 'disableText';
  return unused ? 'enableUnusedText' : 'enableText';
}
