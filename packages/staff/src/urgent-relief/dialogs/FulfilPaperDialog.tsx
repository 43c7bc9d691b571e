import { fulfilPaper } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { PaperDialogProps } from '../PaperActions.tsx';
import { text } from '../text.ts';

export function FulfilPaperDialog({ paper, onClose }: PaperDialogProps) {
  const t = useText(text);
  const words = useWords();
  return (
    <CommandDialog<typeof fulfilPaper, { readonly note?: string }>
      route={fulfilPaper}
      title={t('fulfilTitle', { paper: words(paper.label) })}
      submitText={t('fulfil')}
      doneText={t('fulfilled')}
      toInput={({ note }) => ({
        params: { id: paper.id },
        body: { note: note?.trim() ? note : null, photoIds: [], expectedVersion: paper.version },
      })}
      onClose={onClose}
    >
      <Form.Item name="note" label={t('paperNote')} extra={t('paperNoteHelp')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}
