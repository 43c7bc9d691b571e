import { cancelBatch, checkBatch, exportBatch, readReturnFile, reconcileBatch } from '@yimen/contracts';
import { type ComponentType, useState } from 'react';
import { AvailableActions } from '../../platform/show/AvailableActions.tsx';
import { CancelBatchDialog } from '../dialogs/CancelBatchDialog.tsx';
import { CheckBatchDialog } from '../dialogs/CheckBatchDialog.tsx';
import { ReadReturnDialog } from '../dialogs/ReadReturnDialog.tsx';
import { ReconcileDialog } from '../dialogs/ReconcileDialog.tsx';
import type { BatchFile } from './BatchPage.tsx';
import { useExport } from './use-export.ts';

export interface BatchDialogProps {
  readonly batch: BatchFile;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<string, ComponentType<BatchDialogProps>>> = {
  [checkBatch.id]: CheckBatchDialog,
  [cancelBatch.id]: CancelBatchDialog,
  [readReturnFile.id]: ReadReturnDialog,
  [reconcileBatch.id]: ReconcileDialog,
};

const NEXT = {
  drafted: checkBatch.id,
  checked: exportBatch.id,
  exported: readReturnFile.id,
  returned: reconcileBatch.id,
  reconciled: undefined,
  cancelled: undefined,
} as const satisfies Record<BatchFile['state'], string | undefined>;

export function BatchActions({ batch }: { readonly batch: BatchFile }) {
  const [act, setAct] = useState<string>();
  const startExport = useExport(batch);
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  const primary = NEXT[batch.state];
  return (
    <>
      <AvailableActions
        actions={batch.availableActions}
        handlers={{
          ...Object.fromEntries(Object.keys(DIALOGS).map((name) => [name, () => setAct(name)])),
          [exportBatch.id]: startExport,
        }}
        {...(primary === undefined ? {} : { primary })}
      />
      {Dialog === undefined ? null : <Dialog batch={batch} onClose={() => setAct(undefined)} />}
    </>
  );
}
