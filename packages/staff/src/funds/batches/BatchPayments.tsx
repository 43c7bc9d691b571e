import type { PaymentOrderView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Table } from 'antd';
import { PaymentActions } from '../PaymentActions.tsx';
import { PaymentTag } from '../PaymentTag.tsx';
import { payeeAccountOf } from '../payee-account.ts';
import { text } from '../text.ts';

export function BatchPayments({ payments }: { readonly payments: readonly PaymentOrderView[] }) {
  const t = useText(text);
  const hasActs = payments.some((payment) => payment.availableActions.length > 0);
  return (
    <Table
      aria-label={t('payments')}
      dataSource={payments}
      rowKey="id"
      pagination={false}
      size="small"
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('payee'), dataIndex: 'payeeName', width: 90 },
        {
          title: t('whichAccount'),
          render: (_, payment) => <div className="yf-account">{payeeAccountOf(payment)}</div>,
        },
        {
          title: t('amount'),
          width: 120,
          align: 'right',
          render: (_, payment) => <Money fen={payment.amountFen} strong />,
        },
        { title: t('caseNo'), width: 150, render: (_, payment) => <span className="yc-number">{payment.caseNo}</span> },
        { title: t('orderedBy'), width: 80, dataIndex: 'orderedBy' },
        {
          title: t('result'),
          width: 190,
          render: (_, payment) => (
            <>
              <PaymentTag state={payment.state} />
              {payment.failureReason === null ? null : (
                <div className="yc-faint yf-reason">{payment.failureReason}</div>
              )}
            </>
          ),
        },
        ...(hasActs
          ? [
              {
                title: t('acts'),
                width: 120,
                render: (_: unknown, payment: PaymentOrderView) => <PaymentActions payment={payment} />,
              },
            ]
          : []),
      ]}
    />
  );
}
