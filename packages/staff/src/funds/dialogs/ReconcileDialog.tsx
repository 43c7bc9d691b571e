import { type BodyOf, reconcileBatch } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Form, Input } from 'antd';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { BatchDialogProps } from '../batches/BatchActions.tsx';
import { text } from '../text.ts';

type Values = Pick<BodyOf<typeof reconcileBatch>, 'note'>;

export function ReconcileDialog({ batch, onClose }: BatchDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof reconcileBatch, Values>
      route={reconcileBatch}
      title={t('reconcile')}
      submitText={t('reconcile')}
      doneText={t('reconcileDone')}
      toInput={({ note }) => ({
        params: { id: batch.id },
        body: { note: note?.trim() || null, expectedVersion: batch.version },
      })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('reconcileIntro', { paid: batch.paidCount, failed: batch.failedCount })}</p>
      <Form.Item
        name="note"
        label={t('reconcileNote')}
        rules={[{ required: batch.strangeLines > 0, whitespace: true, message: t('reconcileNoteNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </CommandDialog>
  );
}
