import { reopenCase } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { CaseDialogProps } from '../CaseActions.tsx';
import { text } from '../text.ts';

export function ReopenCaseDialog({ file, onClose }: CaseDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof reopenCase, { readonly reason: string }>
      route={reopenCase}
      title={t('reopenCase')}
      submitText={t('reopenCase')}
      doneText={t('reopenedCase')}
      toInput={(values) => ({ params: { id: file.id }, body: { ...values, expectedVersion: file.version } })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('newFact')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
