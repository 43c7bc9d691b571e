import type { GrantView, PaymentView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { paymentMethodText } from '../funds/labels.ts';
import { PaymentTag } from '../funds/PaymentTag.tsx';
import { useFormat } from '../platform/show/format.ts';
import { text } from './text.ts';

export function GrantPayments({ payments }: Pick<GrantView, 'payments'>) {
  const t = useText(text);
  if (payments.length === 0) return null;
  return (
    <table className="yr-payments">
      <caption className="ym-visually-hidden">{t('payments')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('stage')}</th>
          <th scope="col">{t('amount')}</th>
          <th scope="col">{t('plannedOn')}</th>
          <th scope="col">{t('payment')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
      </tbody>
    </table>
  );
}

function PaymentRow({ payment }: { readonly payment: PaymentView }) {
  const t = useText(text);
  const method = useText(paymentMethodText);
  const format = useFormat();
  return (
    <tr>
      <td>{payment.seq}</td>
      <td>
        <Money fen={payment.amountFen} />
      </td>
      <td>{format.shortDate(payment.plannedOn)}</td>
      <td>
        {method(payment.method)}
        <div className="yc-faint">
          {payment.fundName}
          {payment.payeeAccountMasked === null ? '' : ` · ${payment.payeeAccountMasked}`}
          {payment.batchNo === null ? '' : ` · ${t('batch', { no: payment.batchNo })}`}
        </div>
      </td>
      <td>
        <PaymentTag state={payment.state} />
        <div className="yc-faint">
          {payment.paidAt === null ? null : format.shortMoment(payment.paidAt)}
          {payment.signedBy === null ? null : ` ${t('signedBy', { name: payment.signedBy })}`}
          {payment.failureReason}
        </div>
      </td>
    </tr>
  );
}
