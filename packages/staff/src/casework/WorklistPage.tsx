import { Link } from '@tanstack/react-router';
import { listWorklist, MATTER_STATES, type MatterRow } from '@yimen/contracts';
import { useText, useWords } from '@yimen/ui';
import { Segmented, type TableColumnsType } from 'antd';
import { RegionFilter } from '../intake/RegionFilter.tsx';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { LongTable } from '../platform/show/LongTable.tsx';
import { useFilters } from '../platform/use-page.ts';
import { DueCell } from './DueCell.tsx';
import { matterStateText } from './labels.ts';
import { text } from './text.ts';
import { UrgencyTag } from './UrgencyTag.tsx';
import './casework.css';

/** Matters of a region by state, the one that is due first on top. */
export function WorklistPage() {
  const t = useText(text);
  const s = useText(matterStateText);
  const [filters, change] = useFilters();
  const state = MATTER_STATES.find((one) => one === filters['state']) ?? 'open';
  const list = usePagesOf(listWorklist, { query: { state, region: filters['region'] } });
  return (
    <>
      <PageHeader meta={t('worklistMeta')} />
      <div className="yc-toolbar">
        <Segmented
          aria-label={t('filterState')}
          value={state}
          options={MATTER_STATES.map((one) => ({ value: one, label: s(one) }))}
          onChange={(value) => change({ state: value === 'open' ? undefined : value })}
        />
        <RegionFilter code={filters['region']} onChange={(region) => change({ region })} />
      </div>
      <div className="yc-panel">
        <LongTable<MatterRow>
          list={list}
          columns={useMatterColumns()}
          rowKey="id"
          label={t('worklistTitle')}
          emptyTitle={t('noMatters')}
          emptyText={t('noMattersText')}
        />
      </div>
    </>
  );
}

function useMatterColumns(): TableColumnsType<MatterRow> {
  const t = useText(text);
  const words = useWords();
  return [
    {
      title: t('colDue'),
      render: (_, row) => <DueCell caseId={row.caseId} dueAt={row.dueAt} closed={row.state !== 'open'} />,
    },
    { title: t('colProgramme'), render: (_, row) => words(row.programmeName) },
    {
      title: t('colCase'),
      render: (_, row) => (
        <>
          <Link to={`/cases/${row.caseId}` as string} className="yc-number">
            {row.caseNo}
          </Link>
          <div className="yc-cell-text">{row.summary}</div>
        </>
      ),
    },
    { title: t('colHead'), dataIndex: 'headName' },
    { title: t('colUrgency'), render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    { title: t('colResponsible'), render: (_, row) => row.responsible.holderName ?? row.responsible.title },
  ];
}
