import { listPayments, type PaymentOrderView } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Select } from 'antd';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { LongTable } from '../platform/show/LongTable.tsx';
import { useFilters } from '../platform/use-page.ts';
import { paymentMethodText, paymentStateText } from './labels.ts';
import { text } from './text.ts';
import { usePaymentColumns } from './use-payment-columns.tsx';
import '../casework/casework.css';
import './funds.css';

const STATES = ['ordered', 'approved', 'batched', 'sent', 'paid', 'failed', 'replaced', 'cancelled'] as const;
const METHODS = ['bank', 'cash', 'kind'] as const;

export function PaymentListPage() {
  const t = useText(text);
  const clearable = useClearable();
  const states = useText(paymentStateText);
  const methods = useText(paymentMethodText);
  const [filters, change] = useFilters();
  const state = STATES.find((one) => one === filters['state']);
  const method = METHODS.find((one) => one === filters['method']);
  const list = usePagesOf(listPayments, { query: { state, method } });
  return (
    <>
      <PageHeader />
      <div className="yc-toolbar">
        <Select<PaymentOrderView['state']>
          className="yc-filter-state"
          aria-label={t('paymentsFilterState')}
          placeholder={t('paymentsFilterState')}
          allowClear={clearable}
          value={state ?? null}
          options={STATES.map((value) => ({ value, label: states(value) }))}
          onChange={(value) => change({ state: value ?? undefined })}
        />
        <Select
          className="yc-filter-state"
          aria-label={t('filterMethod')}
          placeholder={t('anyMethod')}
          allowClear={clearable}
          value={method ?? null}
          options={METHODS.map((value) => ({ value, label: methods(value) }))}
          onChange={(value) => change({ method: value ?? undefined })}
        />
      </div>
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={usePaymentColumns()}
          rowKey="id"
          label={t('paymentsTitle')}
          emptyTitle={t('noPayments')}
          emptyText={t('noPaymentsText')}
        />
      </div>
    </>
  );
}
