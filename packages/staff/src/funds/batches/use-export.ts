import { exportBatch } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { App } from 'antd';
import { useCommand } from '../../platform/call/use-command.ts';
import { saveFile } from '../save-file.ts';
import { text } from '../text.ts';
import type { BatchFile } from './BatchPage.tsx';

/** Downloads the bank file byte for byte as the server wrote it: its digest stands on the batch. */
export function useExport(batch: BatchFile): () => void {
  const t = useText(text);
  const words = useWords();
  const { message } = App.useApp();
  const file = useCommand(exportBatch);
  return () => {
    if (file.isPending) return;
    file.mutate(
      { params: { id: batch.id } },
      {
        onSuccess: (answer) => {
          saveFile(answer as unknown as Blob, `${batch.batchNo}.csv`); // `produces`: the answer is the file itself
          void message.success(t('exported'));
        },
        onError: (problem) => void message.error(`${words(problem.words)}：${words(problem.nextStep)}`),
      },
    );
  };
}
