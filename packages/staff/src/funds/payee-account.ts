import type { PaymentOrderView } from '@yimen/contracts';

/** Bank and masked account, once each: the masked text of some orders names the bank already. */
export function payeeAccountOf({ bankName, payeeAccountMasked }: PaymentOrderView): string | undefined {
  if (payeeAccountMasked === null) return undefined;
  if (bankName === null || payeeAccountMasked.includes(bankName)) return payeeAccountMasked;
  return `${bankName} ${payeeAccountMasked}`;
}
