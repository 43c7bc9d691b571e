import { cancelBatch } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { BatchDialogProps } from '../batches/BatchActions.tsx';
import { text } from '../text.ts';

export function CancelBatchDialog({ batch, onClose }: BatchDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof cancelBatch, { readonly reason: string }>
      route={cancelBatch}
      title={t('cancelBatch')}
      submitText={t('cancelBatch')}
      doneText={t('cancelBatchDone')}
      danger
      toInput={({ reason }) => ({ params: { id: batch.id }, body: { reason, expectedVersion: batch.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('cancelBatchIntro')}</p>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
