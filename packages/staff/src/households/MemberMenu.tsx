import { useText } from '@yimen/ui';
import { Button, Dropdown } from 'antd';
import { type ComponentType, useState } from 'react';
import { EditPersonDialog } from './dialogs/EditPersonDialog.tsx';
import { PayeeAccountDialog } from './dialogs/PayeeAccountDialog.tsx';
import { RelationDialog } from './dialogs/RelationDialog.tsx';
import { RemoveMemberDialog } from './dialogs/RemoveMemberDialog.tsx';
import type { MemberCardProps } from './MemberCard.tsx';
import { text } from './text.ts';

export interface MemberDialogProps extends Pick<MemberCardProps, 'member' | 'household'> {
  readonly onClose: () => void;
}

const DIALOGS = {
  edit: EditPersonDialog,
  relation: RelationDialog,
  payee: PayeeAccountDialog,
  leave: RemoveMemberDialog,
} as const satisfies Record<string, ComponentType<MemberDialogProps>>;

export function MemberMenu(props: Omit<MemberDialogProps, 'onClose'>) {
  const t = useText(text);
  const [open, setOpen] = useState<keyof typeof DIALOGS>();
  const Dialog = open === undefined ? undefined : DIALOGS[open];
  const items = [
    { key: 'edit', label: t('editPerson'), onClick: () => setOpen('edit') },
    { key: 'relation', label: t('correctRelation'), onClick: () => setOpen('relation') },
    { key: 'payee', label: t('setPayee'), onClick: () => setOpen('payee') },
    { key: 'leave', label: t('memberLeaves'), danger: true, onClick: () => setOpen('leave') },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          size="small"
          type="text"
          className="yh-member-menu"
          data-screen-only=""
          aria-label={t('actsOn', { name: props.member.name })}
        >
          {t('more')}
        </Button>
      </Dropdown>
      {Dialog === undefined ? null : <Dialog {...props} onClose={() => setOpen(undefined)} />}
    </>
  );
}
