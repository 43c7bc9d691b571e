import type { PaymentOrderView } from '@yimen/contracts';
import { DefinitionList, Money, useText } from '@yimen/ui';
import { useFormat } from '../platform/show/format.ts';
import { payeeAccountOf } from './payee-account.ts';
import { text } from './text.ts';
import { usePaymentMethod } from './use-payment-method.ts';

/** What somebody has to compare before setting their name to it. */
export function PaymentFacts({ payment }: { readonly payment: PaymentOrderView }) {
  const t = useText(text);
  const format = useFormat();
  const method = usePaymentMethod();
  return (
    <DefinitionList
      columns={2}
      items={[
        { key: 'payee', term: t('payee'), value: <strong>{payment.payeeName}</strong> },
        { key: 'amount', term: t('amount'), value: <Money fen={payment.amountFen} strong /> },
        { key: 'account', term: t('whichAccount'), value: payeeAccountOf(payment) ?? '—' },
        { key: 'method', term: t('method'), value: method(payment.method) },
        { key: 'fund', term: t('fund'), value: payment.fundName },
        { key: 'case', term: t('caseNo'), value: payment.caseNo },
        { key: 'planned', term: t('plannedOn'), value: format.date(payment.plannedOn) },
        { key: 'by', term: t('orderedBy'), value: payment.orderedBy },
      ]}
    />
  );
}
