import { Link } from '@tanstack/react-router';
import type { PaymentOrderView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import type { TableColumnsType } from 'antd';
import { useMe } from '../platform/session/use-me.ts';
import { useFormat } from '../platform/show/format.ts';
import { PaymentActions } from './PaymentActions.tsx';
import { PaymentChecks } from './PaymentChecks.tsx';
import { PaymentTag } from './PaymentTag.tsx';
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
      width: 220,
      render: (_, payment) => (
        <>
          <div>{payment.payeeName}</div>
          <div className="yc-faint">
            {payment.payeeAccountMasked === null
              ? method(payment.method)
              : `${payment.bankName ?? ''} ${payment.payeeAccountMasked}`}
          </div>
        </>
      ),
    },
    {
      title: t('amount'),
      width: 120,
      align: 'right',
      render: (_, payment) => <Money fen={payment.amountFen} strong />,
    },
    {
      title: t('state'),
      width: 170,
      render: (_, payment) => (
        <>
          <PaymentTag state={payment.state} />
          {payment.failureReason === null ? null : <div className="yc-faint yf-reason">{payment.failureReason}</div>}
        </>
      ),
    },
    {
      title: t('caseNo'),
      width: 170,
      render: (_, payment) => (
        <>
          {mayReadCases ? (
            <Link to={`/cases/${payment.caseId}` as string} className="yc-number">
              {payment.caseNo}
            </Link>
          ) : (
            <span className="yc-number">{payment.caseNo}</span>
          )}
          <div className="yc-faint">{payment.batchNo}</div>
        </>
      ),
    },
    { title: t('fund'), render: (_, payment) => <div className="yf-fund-cell">{payment.fundName}</div> },
    {
      title: t('plannedOn'),
      width: 130,
      render: (_, payment) => <span className="yc-number">{format.date(payment.plannedOn)}</span>,
    },
    { title: t('checks'), width: 140, render: (_, payment) => <PaymentChecks payment={payment} /> },
    { title: t('acts'), width: 120, render: (_, payment) => <PaymentActions payment={payment} /> },
  ];
}
