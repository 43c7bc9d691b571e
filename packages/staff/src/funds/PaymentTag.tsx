import type { PaymentOrderView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { type Tone, ToneTag } from '../platform/show/ToneTag.tsx';
import { paymentStateText } from './labels.ts';

const TONES: Readonly<Record<PaymentOrderView['state'], Tone>> = {
  ordered: 'warning',
  approved: 'info',
  batched: 'info',
  sent: 'info',
  paid: 'good',
  failed: 'danger',
  cancelled: 'plain',
  replaced: 'plain',
};

export function PaymentTag({ state }: Pick<PaymentOrderView, 'state'>) {
  const t = useText(paymentStateText);
  return <ToneTag tone={TONES[state]}>{t(state)}</ToneTag>;
}
