import type { PaymentOrderView } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Table } from 'antd';
import { PaymentActions } from '../PaymentActions.tsx';
import { PaymentTag } from '../PaymentTag.tsx';
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
        { title: t('payee'), dataIndex: 'payeeName', width: 120 },
        {
          title: t('whichAccount'),
          render: (_, payment) => <div className="yf-account">{payment.payeeAccountMasked}</div>,
        },
        {
          title: t('amount'),
          width: 130,
          align: 'right',
          render: (_, payment) => <Money fen={payment.amountFen} strong />,
        },
        { title: t('caseNo'), width: 170, render: (_, payment) => <span className="yc-number">{payment.caseNo}</span> },
        { title: t('orderedBy'), width: 90, dataIndex: 'orderedBy' },
        {
          title: t('result'),
          width: 240,
          render: (_, payment) => (
            <>
              <PaymentTag state={payment.state} /> <span className="yc-faint">{payment.failureReason}</span>
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
