import { setPayeeAccount } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { MemberDialogProps } from '../MemberMenu.tsx';
import { text } from '../text.ts';

interface Values {
  readonly bankName: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

export function PayeeAccountDialog({ member, onClose }: MemberDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof setPayeeAccount, Values>
      route={setPayeeAccount}
      title={t('payeeOf', { name: member.name })}
      submitText={t('saveChange')}
      doneText={t('payeeSet')}
      initialValues={{ holderName: member.name }}
      toInput={(body) => ({ params: { id: member.id }, body })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('payeeIntro')}</p>
      <Form.Item name="bankName" label={t('bankName')} rules={[{ required: true, message: t('bankNeeded') }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="accountNumber"
        label={t('accountNumber')}
        rules={[{ required: true, pattern: /^[\d\s]{8,40}$/, message: t('accountNeeded') }]}
      >
        <Input inputMode="numeric" maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="holderName" label={t('holderName')} rules={[{ required: true, message: t('nameNeeded') }]}>
        <Input maxLength={100} />
      </Form.Item>
    </CommandDialog>
  );
}
