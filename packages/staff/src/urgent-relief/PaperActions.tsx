import type { PaperDutyView } from '@yimen/contracts';
import { type ComponentType, useState } from 'react';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { FulfilPaperDialog } from './dialogs/FulfilPaperDialog.tsx';
import { RecordRecoveredDialog } from './dialogs/RecordRecoveredDialog.tsx';
import { StartRecoveryDialog } from './dialogs/StartRecoveryDialog.tsx';
import { WaivePaperDialog } from './dialogs/WaivePaperDialog.tsx';

export interface PaperDialogProps {
  readonly paper: PaperDutyView;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<string, ComponentType<PaperDialogProps>>> = {
  fulfil: FulfilPaperDialog,
  waive: WaivePaperDialog,
  recover: StartRecoveryDialog,
  recovered: RecordRecoveredDialog,
};

export function PaperActions({ paper }: { readonly paper: PaperDutyView }) {
  const [act, setAct] = useState<string>();
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  const handlers = Object.fromEntries(Object.keys(DIALOGS).map((name) => [name, () => setAct(name)]));
  if (paper.availableActions.length === 0) return null;
  return (
    <>
      <AvailableActions actions={paper.availableActions} handlers={handlers} danger={['recover']} />
      {Dialog === undefined ? null : <Dialog paper={paper} onClose={() => setAct(undefined)} />}
    </>
  );
}
