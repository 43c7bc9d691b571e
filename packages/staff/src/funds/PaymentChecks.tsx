import type { PaymentOrderView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { text } from './text.ts';

/** How many have checked it, and who. */
export function PaymentChecks({ payment }: { readonly payment: PaymentOrderView }) {
  const t = useText(text);
  const names = payment.checks.map((check) => check.by);
  return (
    <div className="yc-faint">
      {t('checksOf', { done: payment.checks.length, needed: payment.checksNeeded })} {names.join(t('comma'))}
    </div>
  );
}
