import { type ResponseOf, readReturnFile } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form } from 'antd';
import { useState } from 'react';
import type { CallInput } from '../../platform/call/call.ts';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { BatchDialogProps } from '../batches/BatchActions.tsx';
import { ReturnSummary } from '../batches/ReturnSummary.tsx';
import { FileField } from '../FileField.tsx';
import { text } from '../text.ts';

interface Values {
  readonly file: File;
}

/** Upload first, then what came of it: the second half stays open until somebody has read it. */
export function ReadReturnDialog({ batch, onClose }: BatchDialogProps) {
  const t = useText(text);
  const [read, setRead] = useState<ResponseOf<typeof readReturnFile>>();
  const [uploaded, setUploaded] = useState(false);
  if (uploaded && read !== undefined) return <ReturnSummary read={read} onClose={onClose} />;
  return (
    <CommandDialog<typeof readReturnFile, Values>
      route={readReturnFile}
      title={t('readReturn')}
      submitText={t('readReturn')}
      toInput={({ file }) => toInput(batch.id, file)}
      onDone={setRead}
      onClose={() => (read === undefined ? onClose() : setUploaded(true))}
    >
      <p className="yc-dialog-intro">{t('readReturnIntro')}</p>
      <Form.Item name="file" label={t('file')} rules={[{ required: true, message: t('fileNeeded') }]}>
        <FileField accept=".csv,text/csv" />
      </Form.Item>
    </CommandDialog>
  );
}

/** The body is the file itself: its contract names no schema for it. Windows calls a CSV an Excel file. */
function toInput(id: string, file: File): CallInput<typeof readReturnFile> {
  const body = new File([file], file.name, { type: 'text/csv', lastModified: file.lastModified });
  return { params: { id }, body } as unknown as CallInput<typeof readReturnFile>; // raw bytes have no zod schema
}
