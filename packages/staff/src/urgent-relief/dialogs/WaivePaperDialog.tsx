import { waivePaper } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { PaperDialogProps } from '../PaperActions.tsx';
import { text } from '../text.ts';

export function WaivePaperDialog({ paper, onClose }: PaperDialogProps) {
  const t = useText(text);
  const words = useWords();
  return (
    <CommandDialog<typeof waivePaper, { readonly reason: string }>
      route={waivePaper}
      title={t('waiveTitle', { paper: words(paper.label) })}
      submitText={t('waive')}
      doneText={t('waived')}
      toInput={({ reason }) => ({ params: { id: paper.id }, body: { reason, expectedVersion: paper.version } })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, min: 5, message: t('reasonNeeded') }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandDialog>
  );
}
