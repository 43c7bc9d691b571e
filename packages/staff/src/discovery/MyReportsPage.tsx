import { listMyReports } from '@yimen/contracts';
import { useText } from '@yimen/ui';
import { usePagesOf } from '../platform/call/use-pages-of.ts';
import { PageHeader } from '../platform/layout/PageHeader.tsx';
import { LongTable } from '../platform/show/LongTable.tsx';
import { NewReportLink } from './NewReportLink.tsx';
import { text } from './text.ts';
import { useReportColumns } from './use-report-columns.tsx';
import '../casework/casework.css';
import './discovery.css';

export function MyReportsPage() {
  const t = useText(text);
  const list = usePagesOf(listMyReports, {});
  return (
    <>
      <PageHeader meta={t('mineMeta')} actions={<NewReportLink />} />
      <div className="yc-panel">
        <LongTable
          list={list}
          columns={useReportColumns()}
          rowKey="id"
          label={t('mineTitle')}
          emptyTitle={t('noneMine')}
          emptyText={t('noneMineText')}
          emptyAction={<NewReportLink />}
        />
      </div>
    </>
  );
}
