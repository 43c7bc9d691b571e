import { Link } from '@tanstack/react-router';
import type { PaymentOrderView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import type { TableColumnsType } from 'antd';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { PaymentActions } from './PaymentActions.tsx';
import { PaymentChecks } from './PaymentChecks.tsx';
import { PaymentTag } from './PaymentTag.tsx';
import { payeeAccountOf } from './payee-account.ts';
import { text } from './text.ts';
import { usePaymentMethod } from './use-payment-method.ts';

export function usePaymentColumns(): TableColumnsType<PaymentOrderView> {
  const t = useText(text);
  const format = useFormat();
  const method = usePaymentMethod();
  const mayReadCases = useMe().permissions.includes('case.read');
  return [
    {
      title: t('payee'),
      width: 170,
      render: (_, payment) => (
        <>
          <div>{payment.payeeName}</div>
          <div className="yc-faint yf-account">{payeeAccountOf(payment) ?? method(payment.method)}</div>
        </>
      ),
    },
    {
      title: t('amount'),
      width: 120,
      align: 'right',
      render: (_, payment) => <Money fen={payment.amountFen} strong />,
    },
    { title: t('state'), width: 130, render: (_, payment) => <PaymentStatus payment={payment} /> },
    {
      title: t('caseAndFund'),
      render: (_, payment) => (
        <>
          {mayReadCases ? (
            <Link to={`/cases/${payment.caseId}` as string} className="yc-number">
              {payment.caseNo}
            </Link>
          ) : (
            <span className="yc-number">{payment.caseNo}</span>
          )}
          <div className="yf-fund-cell">
            <Link to={`/funds/${payment.fundId}` as string}>{payment.fundName}</Link>
          </div>
        </>
      ),
    },
    {
      title: t('plannedOn'),
      width: 140,
      render: (_, payment) => (
        <>
          <span className="yc-number">{format.date(payment.plannedOn)}</span>
          <div className="yc-faint yc-number">{payment.batchNo}</div>
        </>
      ),
    },
    { title: t('acts'), width: 110, render: (_, payment) => <PaymentActions payment={payment} /> },
  ];
}

function PaymentStatus({ payment }: { readonly payment: PaymentOrderView }) {
  return (
    <>
      <PaymentTag state={payment.state} />
      {payment.failureReason === null ? null : <div className="yc-faint yf-reason">{payment.failureReason}</div>}
      {payment.checksNeeded === 0 ? null : <PaymentChecks payment={payment} />}
    </>
  );
}
