import { checkPayment } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { CommandDialog } from '../../platform/form/CommandDialog.tsx';
import type { PaymentDialogProps } from '../PaymentActions.tsx';
import { PaymentFacts } from '../PaymentFacts.tsx';
import { text } from '../text.ts';

export function CheckPaymentDialog({ payment, onClose }: PaymentDialogProps) {
  const t = useText(text);
  return (
    <CommandDialog<typeof checkPayment, object>
      route={checkPayment}
      title={t('check')}
      submitText={t('check')}
      doneText={t('checkDone')}
      toInput={() => ({ params: { id: payment.id }, body: { expectedVersion: payment.version } })}
      onClose={onClose}
    >
      <p className="yc-dialog-intro">{t('checkIntro')}</p>
      <PaymentFacts payment={payment} />
    </CommandDialog>
  );
}
