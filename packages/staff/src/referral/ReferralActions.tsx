import { acceptReferral, finishReferral, type ReferralView, returnReferral, revokeReferral } from '@yimen/contracts';
import { type ComponentType, useState } from 'react';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { AcceptReferralDialog } from './dialogs/AcceptReferralDialog.tsx';
import { FinishReferralDialog } from './dialogs/FinishReferralDialog.tsx';
import { ReturnReferralDialog } from './dialogs/ReturnReferralDialog.tsx';
import { RevokeReferralDialog } from './dialogs/RevokeReferralDialog.tsx';

export interface ReferralDialogProps {
  readonly referral: ReferralView;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<string, ComponentType<ReferralDialogProps>>> = {
  [acceptReferral.id]: AcceptReferralDialog,
  [finishReferral.id]: FinishReferralDialog,
  [returnReferral.id]: ReturnReferralDialog,
  [revokeReferral.id]: RevokeReferralDialog,
};

export function ReferralActions({ referral }: { readonly referral: ReferralView }) {
  const [act, setAct] = useState<string>();
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  const handlers = Object.fromEntries(Object.keys(DIALOGS).map((name) => [name, () => setAct(name)]));
  return (
    <>
      <AvailableActions
        actions={referral.availableActions}
        handlers={handlers}
        primary={referral.state === 'sent' ? acceptReferral.id : finishReferral.id}
      />
      {Dialog === undefined ? null : <Dialog referral={referral} onClose={() => setAct(undefined)} />}
    </>
  );
}
