import { Link } from '@tanstack/react-router';
import { type BatchView, listBatches } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import type { TableColumnsType } from 'antd';
import { usePagesOf } from '../../platform/call/use-pages-of.ts';
import { PageHeader } from '../../platform/layout/PageHeader.tsx';
import { useMe } from '../../platform/session/use-me.ts';
import { useFormat } from '../../platform/show/format.ts';
import { LongTable } from '../../platform/show/LongTable.tsx';
import { ToneTag } from '../../platform/show/ToneTag.tsx';
import { text } from '../text.ts';
import { BatchTag } from './BatchTag.tsx';
import '../../casework/casework.css';
import '../funds.css';

export function BatchListPage() {
  const t = useText(text);
  const me = useMe();
  const list = usePagesOf(listBatches, { query: {} });
  return (
    <>
      <PageHeader
        actions={
          me.permissions.includes('payment.make') ? (
            <Link to={'/payment-batches/new' as string} className="yc-primary-link">
              {t('makeBatch')}
            </Link>
          ) : undefined
        }
      />
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useBatchColumns()}
          rowKey="id"
          label={t('batchesTitle')}
          emptyTitle={t('noBatches')}
          emptyText={t('noBatchesText')}
        />
      </div>
    </>
  );
}

function useBatchColumns(): TableColumnsType<BatchView> {
  const t = useText(text);
  const format = useFormat();
  return [
    {
      title: t('batchNo'),
      width: 150,
      render: (_, batch) => (
        <>
          <Link to={`/payment-batches/${batch.id}` as string} className="yc-number">
            {batch.batchNo}
          </Link>
          <div className="yc-faint yc-number">{format.date(batch.madeAt)}</div>
        </>
      ),
    },
    { title: t('state'), width: 90, render: (_, batch) => <BatchTag state={batch.state} /> },
    { title: t('fund'), render: (_, batch) => <div className="yf-fund-short">{batch.fundName}</div> },
    {
      title: t('total'),
      width: 130,
      align: 'right',
      render: (_, batch) => (
        <>
          <Money fen={batch.totalFen} strong />
          <div className="yc-faint">{t('payees', { count: batch.count })}</div>
        </>
      ),
    },
    {
      title: t('result'),
      width: 190,
      render: (_, batch) => (
        <>
          {t('resultWords', { paid: batch.paidCount, failed: batch.failedCount, open: batch.openCount })}
          {batch.strangeLines === 0 ? null : (
            <div>
              <ToneTag tone="warning">{t('strange', { count: batch.strangeLines })}</ToneTag>
            </div>
          )}
        </>
      ),
    },
    { title: t('madeAndChecked'), width: 140, render: (_, batch) => `${batch.madeBy} / ${batch.checkedBy ?? '—'}` },
  ];
}
