import { EVENT_KINDS, listReports, REPORT_STATES } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { Segmented, Select } from 'antd';
import { SearchField } from '../casework/SearchField.tsx';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { useClearable } from '../platform/form/use-clearable.tsx';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { LongTable } from '../platform/show/LongTable.tsx';
import { useFilters } from '../platform/use-page.ts';
import { eventKindText, reportStateText } from './labels.ts';
import { NewReportLink } from './NewReportLink.tsx';
import { text } from './text.ts';
import { useReportColumns } from './use-report-columns.tsx';
import '../casework/casework.css';
import './discovery.css';

export function ReportListPage() {
  const t = useText(text);
  const clearable = useClearable();
  const state = useText(reportStateText);
  const event = useText(eventKindText);
  const [filters, change] = useFilters();
  const chosen =
    filters['state'] === 'all' ? undefined : REPORT_STATES.find((one) => one === (filters['state'] ?? 'received'));
  const eventKind = EVENT_KINDS.find((one) => one === filters['eventKind']);
  const list = usePagesOf(listReports, { query: { state: chosen, eventKind, search: filters['search'] } });
  return (
    <>
      <PageHeader actions={<NewReportLink />} />
      <div className="yc-toolbar">
        <Segmented
          aria-label={t('filterState')}
          value={chosen ?? 'all'}
          options={[
            ...REPORT_STATES.map((one) => ({ value: one, label: state(one) })),
            { value: 'all', label: t('all') },
          ]}
          onChange={(value) => change({ state: value === 'received' ? undefined : value })}
        />
        <Select
          className="yc-filter-state"
          aria-label={t('filterEvent')}
          placeholder={t('filterEvent')}
          allowClear={clearable}
          value={eventKind ?? null}
          options={EVENT_KINDS.map((value) => ({ value, label: event(value) }))}
          onChange={(value) => change({ eventKind: value ?? undefined })}
        />
        <SearchField
          label={t('searchReports')}
          value={filters['search'] ?? ''}
          onSearch={(search) => change({ search })}
        />
      </div>
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useReportColumns()}
          rowKey="id"
          label={t('listTitle')}
          emptyTitle={chosen === 'received' ? t('nothingToTriage') : t('noReports')}
          emptyText={chosen === 'received' ? t('nothingToTriageText') : t('noReportsText')}
        />
      </div>
    </>
  );
}
