import { type FundView, listPayments, makeBatch, type PaymentOrderView } from '@yimen/contracts';
import { EmptyState, Money, useText } from '@yimen/ui';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { todayInShanghai } from '../../casework/today.ts';
import { useCommand } from '../../platform/call/use-command.ts';
import { usePagesOf } from '../../platform/call/use-pages-of.ts';
import { useFormat } from '../../platform/show/format.ts';
import { LoadedList } from '../../platform/show/LoadedList.tsx';
import { LoadMore } from '../../platform/show/LoadMore.tsx';
import { ProblemNotice } from '../../platform/show/ProblemNotice.tsx';
import { PaymentChecks } from '../PaymentChecks.tsx';
import { payeeAccountOf } from '../payee-account.ts';
import { text } from '../text.ts';

export interface ReadyPaymentsProps {
  readonly fund: FundView;
  readonly onMade: (batchId: string) => void;
}

const MOST = 100;

/** Checked bank payments of one fund, to be ticked; the server looks at every one of them again. */
export function ReadyPayments({ fund, onMade }: ReadyPaymentsProps) {
  const t = useText(text);
  const list = usePagesOf(listPayments, { query: { state: 'approved', method: 'bank', limit: MOST } });
  const make = useCommand(makeBatch, { onDone: (done) => onMade(done.id) });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // An order names its fund by name, not by id.
  const payments = list.items.filter(
    (payment) => payment.fundName === fund.name && payment.plannedOn <= todayInShanghai(),
  );
  const picked = payments.filter((payment) => chosen.includes(payment.id));
  const columns = useReadyColumns();
  const empty = <EmptyState title={t('noneReady')}>{t('noneReadyText')}</EmptyState>;
  return (
    <LoadedList list={list} lines={6} empty={empty} isEmpty={payments.length === 0 && !list.hasMore}>
      <ProblemNotice problem={make.error} />
      <Table
        aria-label={t('payments')}
        columns={columns}
        dataSource={payments}
        rowKey="id"
        pagination={false}
        size="middle"
        scroll={{ x: 'max-content' }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          onChange: (keys) => setChosen(keys.map(String)),
          getCheckboxProps: (payment) => ({ 'aria-label': t('selectPayment', { name: payment.payeeName }) }),
          getTitleCheckboxProps: () => ({ 'aria-label': t('selectAll') }),
        }}
      />
      <LoadMore list={list} note={<span className="yc-faint">{t('moreWaiting')}</span>} />
      <div className="yf-choice" role="status">
        <span>
          {t('chosen', { count: picked.length })}{' '}
          <Money fen={picked.reduce((sum, payment) => sum + payment.amountFen, 0)} strong />
        </span>
        <Button
          type="primary"
          disabled={picked.length === 0}
          loading={make.isPending}
          onClick={() => make.mutate({ body: { fundId: fund.id, paymentIds: picked.map(({ id }) => id) } })}
        >
          {t('makeBatch')}
        </Button>
      </div>
    </LoadedList>
  );
}

function useReadyColumns(): TableColumnsType<PaymentOrderView> {
  const t = useText(text);
  const format = useFormat();
  return [
    { title: t('payee'), dataIndex: 'payeeName', width: 100 },
    {
      title: t('whichAccount'),
      render: (_, payment) => <div className="yf-account">{payeeAccountOf(payment)}</div>,
    },
    {
      title: t('amount'),
      width: 140,
      align: 'right',
      render: (_, payment) => <Money fen={payment.amountFen} strong />,
    },
    { title: t('caseNo'), width: 150, render: (_, payment) => <span className="yc-number">{payment.caseNo}</span> },
    { title: t('plannedOn'), width: 130, render: (_, payment) => format.date(payment.plannedOn) },
    { title: t('checks'), width: 150, render: (_, payment) => <PaymentChecks payment={payment} /> },
  ];
}
