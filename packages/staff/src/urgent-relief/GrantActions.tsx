import type { GrantView } from '@yimen/contracts';
import { type ComponentType, useState } from 'react';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { ApproveGrantDialog } from './dialogs/ApproveGrantDialog.tsx';
import { CancelGrantDialog } from './dialogs/CancelGrantDialog.tsx';
import { HandOutDialog } from './dialogs/HandOutDialog.tsx';
import { RefuseGrantDialog } from './dialogs/RefuseGrantDialog.tsx';

export interface GrantDialogProps {
  readonly grant: GrantView;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<string, ComponentType<GrantDialogProps>>> = {
  approve: ApproveGrantDialog,
  'hand-out': HandOutDialog,
  refuse: RefuseGrantDialog,
  cancel: CancelGrantDialog,
};

export function GrantActions({ grant }: { readonly grant: GrantView }) {
  const [act, setAct] = useState<string>();
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  const handlers = Object.fromEntries(Object.keys(DIALOGS).map((name) => [name, () => setAct(name)]));
  if (grant.availableActions.length === 0) return null;
  return (
    <>
      <AvailableActions
        actions={grant.availableActions}
        handlers={handlers}
        primary={grant.state === 'proposed' ? 'approve' : 'hand-out'}
        danger={['refuse']}
      />
      {Dialog === undefined ? null : <Dialog grant={grant} onClose={() => setAct(undefined)} />}
    </>
  );
}
