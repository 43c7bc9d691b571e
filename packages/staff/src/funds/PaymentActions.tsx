import { checkPayment, type PaymentOrderView, replacePayment } from '@yimen/contracts';
import { type ComponentType, useState } from 'react';
import { AvailableActions } from '../platform/show/AvailableActions.tsx';
import { CheckPaymentDialog } from './dialogs/CheckPaymentDialog.tsx';
import { ReplacePaymentDialog } from './dialogs/ReplacePaymentDialog.tsx';

export interface PaymentDialogProps {
  readonly payment: PaymentOrderView;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<string, ComponentType<PaymentDialogProps>>> = {
  [checkPayment.id]: CheckPaymentDialog,
  [replacePayment.id]: ReplacePaymentDialog,
};

export function PaymentActions({ payment }: { readonly payment: PaymentOrderView }) {
  const [act, setAct] = useState<string>();
  const Dialog = act === undefined ? undefined : DIALOGS[act];
  return (
    <>
      <AvailableActions
        actions={payment.availableActions}
        handlers={Object.fromEntries(Object.keys(DIALOGS).map((name) => [name, () => setAct(name)]))}
      />
      {Dialog === undefined ? null : <Dialog payment={payment} onClose={() => setAct(undefined)} />}
    </>
  );
}
