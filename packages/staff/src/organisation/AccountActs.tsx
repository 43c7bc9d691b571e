import type { Account } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Button, Dropdown } from 'antd';
import { type ComponentType, useState } from 'react';
import { EnableAccountDialog } from './dialogs/EnableAccountDialog.tsx';
import { RenameAccountDialog } from './dialogs/RenameAccountDialog.tsx';
import { ResetAccountDialog } from './dialogs/ResetAccountDialog.tsx';
import { text } from './text.ts';

/** A fresh activation code and whom it is for. */
export interface AccountDone {
  readonly name: string;
  readonly token: string;
}

export interface AccountDialogProps {
  readonly account: Account;
  readonly onIssued: (done: AccountDone) => void;
  readonly onClose: () => void;
}

const DIALOGS = {
  rename: RenameAccountDialog,
  reset: ResetAccountDialog,
  enable: EnableAccountDialog,
} as const satisfies Record<string, ComponentType<AccountDialogProps>>;

export function AccountActs(props: Omit<AccountDialogProps, 'onClose'>) {
  const t = useText(text);
  const [open, setOpen] = useState<keyof typeof DIALOGS>();
  const Dialog = open === undefined ? undefined : DIALOGS[open];
  const { disabled, name } = props.account;
  const items = [
    { key: 'rename', label: t('rename'), onClick: () => setOpen('rename') },
    ...(disabled ? [] : [{ key: 'reset', label: t('reset'), onClick: () => setOpen('reset') }]),
    {
      key: 'enable',
      label: disabled ? t('enable') : t('disable'),
      danger: !disabled,
      onClick: () => setOpen('enable'),
    },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} autoFocus>
        <Button size="small" aria-label={t('actsOn', { name })} data-screen-only="">
          {t('more')}
        </Button>
      </Dropdown>
      {Dialog === undefined ? null : <Dialog {...props} onClose={() => setOpen(undefined)} />}
    </>
  );
}
