import { updateAccount } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { AccountDialogProps } from '../AccountActs.tsx';
import { text } from '../text.ts';

export function RenameAccountDialog({ account, onClose }: AccountDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof updateAccount, { readonly name: string }>
      route={updateAccount}
      title={t('rename')}
      submitText={t('save')}
      doneText={t('renamed')}
      fieldLabels={{ name: t('accountName') }}
      initialValues={{ name: account.name }}
      toInput={({ name }) => ({ params: { id: account.id }, body: { name, expectedVersion: account.version } })}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('accountName')}
        rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </CommandDialog>
  );
}
