import type { PaymentOrderView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { text } from './text.ts';

export function PaymentChecks({ payment }: { readonly payment: PaymentOrderView }) {
  const t = useText(text);
  if (payment.checksNeeded === 0) return <span className="yc-faint">—</span>;
  return (
    <>
      <span className="yc-number">{t('checksOf', { done: payment.checks.length, needed: payment.checksNeeded })}</span>
      <div className="yc-faint">{payment.checks.map((check) => check.by).join('、')}</div>
    </>
  );
}
