import { type RelativeFiling, withdrawRelative } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { text } from '../text.ts';

export interface WithdrawRelativeDialogProps {
  readonly filing: RelativeFiling;
  readonly onClose: () => void;
}

export function WithdrawRelativeDialog({ filing, onClose }: WithdrawRelativeDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof withdrawRelative, { readonly reason: string }>
      route={withdrawRelative}
      title={t('withdraw')}
      submitText={t('withdraw')}
      doneText={t('withdrawDone')}
      danger
      toInput={({ reason }) => ({ params: { id: filing.id }, body: { reason } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('withdrawText', { name: filing.name })}</p>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeededLong') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
