import { useText } from '@yimen/ui';
import { paymentMethodText } from './labels.ts';

/** The contract leaves the method of an order open; one this page does not know shows as nothing, not as a code. */
export function usePaymentMethod(): (method: string) => string {
  const t = useText(paymentMethodText);
  return (method) => (isMethod(method) ? t(method) : '—');
}

function isMethod(method: string): method is keyof typeof paymentMethodText.zh {
  return method in paymentMethodText.zh;
}
