import { handUpCase } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import type { CaseDialogProps } from '../casework/CaseActions.tsx';
import { CommandDialog } from '../platform/form/CommandDialog.tsx';
import { ReliefFacts } from './ReliefFacts.tsx';
import { text } from './text.ts';

export function HandUpDialog({ file, onClose }: CaseDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof handUpCase, { readonly reason: string }>
      route={handUpCase}
      title={t('handUp')}
      submitText={t('handUp')}
      doneText={t('handUpDone')}
      toInput={({ reason }) => ({ params: { id: file.id }, body: { reason, expectedVersion: file.version } })}
      showFacts={(problem) => <ReliefFacts problem={problem} />}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('handUpIntro')}</p>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
