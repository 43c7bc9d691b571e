import { useNavigate } from '@tanstack/react-router';
import { listFunds } from '@yimen/contracts';
import { EmptyState, useText } from '@yimen/ui';
import { App, Select } from 'antd';
import { useCall } from '../../platform/call/use-call.ts';
import { PageHeader } from '../../platform/layout/PageHeader.tsx';
import { ProblemNotice } from '../../platform/show/ProblemNotice.tsx';
import { useFilters } from '../../platform/use-page.ts';
import { FundMark } from '../FundMark.tsx';
import { text } from '../text.ts';
import { ReadyPayments } from './ReadyPayments.tsx';
import '../../casework/casework.css';
import '../funds.css';

const MOST = 100;

/** First the fund, then its payments: money of different owners never shares a batch. */
export function NewBatchPage() {
  const t = useText(text);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [filters, change] = useFilters();
  const funds = useCall(listFunds, { query: { limit: MOST } });
  const fund = funds.data?.items.find((one) => one.id === filters['fund']);

  function goToBatch(id: string): void {
    void message.success(t('batchMade'));
    void navigate({ to: `/payment-batches/${id}` as string });
  }

  return (
    <>
      <PageHeader />
      <div className="yc-toolbar">
        <Select
          className="yf-fund-select"
          aria-label={t('chooseFund')}
          placeholder={t('chooseFund')}
          loading={funds.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          value={fund?.id ?? null}
          options={(funds.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => change({ fund: id ?? undefined })}
        />
        {fund === undefined ? null : <FundMark kind={fund.kind} />}
      </div>
      <ProblemNotice problem={funds.error} />
      <div className="yc-panel">
        {fund === undefined ? (
          <EmptyState title={t('chooseFundFirst')}>{t('chooseFundText')}</EmptyState>
        ) : (
          <ReadyPayments key={fund.id} fund={fund} onMade={goToBatch} />
        )}
      </div>
    </>
  );
}
