import { Link } from '@tanstack/react-router';
import { type CaseRow, listCases } from '@yimen/contracts';
import { Money, useText } from '@yimen/ui';
import { Segmented, type TableColumnsType } from 'antd';
import { RegionFilter } from '../intake/RegionFilter.tsx';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { useMe } from '../platform/session/use-me.ts';
import { LongTable } from '../platform/show/LongTable.tsx';
import { useFilters } from '../platform/use-page.ts';
import { DueCell } from './DueCell.tsx';
import { caseStateText } from './labels.ts';
import { SearchField } from './SearchField.tsx';
import { text } from './text.ts';
import { UrgencyTag } from './UrgencyTag.tsx';
import './casework.css';

const STATES = ['open', 'closed'] as const;

export function CaseListPage() {
  const t = useText(text);
  const s = useText(caseStateText);
  const me = useMe();
  const [filters, change] = useFilters();
  const state = STATES.find((one) => one === filters['state']);
  const list = usePagesOf(listCases, { query: { state, region: filters['region'], search: filters['search'] } });
  return (
    <>
      <PageHeader
        actions={
          me.permissions.includes('case.create') ? (
            <Link to={'/cases/new' as string} className="yc-primary-link">
              {t('newCase')}
            </Link>
          ) : undefined
        }
      />
      <div className="yc-toolbar">
        <Segmented
          aria-label={t('filterState')}
          value={state ?? 'all'}
          options={[{ value: 'all', label: t('all') }, ...STATES.map((one) => ({ value: one, label: s(one) }))]}
          onChange={(value) => change({ state: value === 'all' ? undefined : value })}
        />
        <RegionFilter code={filters['region']} onChange={(region) => change({ region })} />
        <SearchField
          label={t('searchCases')}
          value={filters['search'] ?? ''}
          onSearch={(search) => change({ search })}
        />
      </div>
      <div className="yc-panel">
        <LongTable<CaseRow>
          list={list}
          columns={useCaseColumns()}
          rowKey="id"
          label={t('casesTitle')}
          emptyTitle={t('noCases')}
          emptyText={t('noCasesText')}
        />
      </div>
    </>
  );
}

function useCaseColumns(): TableColumnsType<CaseRow> {
  const t = useText(text);
  return [
    {
      title: t('colCase'),
      render: (_, row) => (
        <>
          <Link to={`/cases/${row.id}` as string} className="yc-number">
            {row.caseNo}
          </Link>
          <div className="yc-cell-text">{row.summary}</div>
        </>
      ),
    },
    { title: t('colHead'), dataIndex: 'headName' },
    { title: t('colUrgency'), render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    {
      title: t('colDue'),
      render: (_, row) => <DueCell caseId={row.id} dueAt={row.dueAt} closed={row.state === 'closed'} />,
    },
    { title: t('colGranted'), align: 'right', render: (_, row) => <Money fen={row.grantedFen} /> },
    { title: t('colResponsible'), render: (_, row) => row.responsible.holderName ?? row.responsible.title },
  ];
}
