import { fulfilPaper } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import { PhotoField } from '../../platform/form/PhotoField.tsx';
import type { PaperDialogProps } from '../PaperActions.tsx';
import { text } from '../text.ts';

interface Values {
  readonly note?: string;
  readonly photoIds?: readonly string[];
}

export function FulfilPaperDialog({ paper, onClose }: PaperDialogProps) {
  const t = useText(text);
  const words = useWords();
  return (
    <CommandDialog<typeof fulfilPaper, Values>
      route={fulfilPaper}
      title={t('fulfilTitle', { paper: words(paper.label) })}
      submitText={t('fulfil')}
      doneText={t('fulfilled')}
      toInput={({ note, photoIds = [] }) => ({
        params: { id: paper.id },
        body: { note: note?.trim() ? note : null, photoIds: [...photoIds], expectedVersion: paper.version },
      })}
      onClose={onClose}
    >
      <Form.Item name="note" label={t('paperNote')} extra={t('paperNoteHelp')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="photoIds" label={t('paperPhotos')}>
        <PhotoField max={10} />
      </Form.Item>
    </CommandDialog>
  );
}
