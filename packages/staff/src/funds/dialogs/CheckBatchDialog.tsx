import { checkBatch } from '@yimen/contracts';
import { formatFen, useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { BatchDialogProps } from '../batches/BatchActions.tsx';
import { text } from '../text.ts';

export function CheckBatchDialog({ batch, onClose }: BatchDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof checkBatch, object>
      route={checkBatch}
      title={t('checkBatch')}
      submitText={t('checkBatch')}
      doneText={t('checkBatchDone')}
      toInput={() => ({ params: { id: batch.id }, body: { expectedVersion: batch.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">
        {t('checkBatchIntro', { count: batch.count, total: formatFen(batch.totalFen) })}
      </p>
    </CommandDialog>
  );
}
