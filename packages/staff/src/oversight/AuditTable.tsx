import type { AuditEntryView } from '@yimen/contracts';
import { EmptyState, Skeleton, useText, VisuallyHidden } from '@yimen/ui';
import { Button, Table } from 'antd';
import type { LongList } from '../platform/call/use-pages-of.ts';
import { ProblemNotice } from '../platform/show/ProblemNotice.tsx';
import { text as shell } from '../platform/text.ts';
import type { Filters } from '../platform/use-page.ts';
import { AuditDetails } from './AuditDetails.tsx';
import { text } from './text.ts';
import { useAuditColumns } from './use-audit-columns.tsx';

export interface AuditTableProps {
  readonly list: LongList<AuditEntryView>;
  readonly onNarrow: (changes: Filters) => void;
}

/** Like LongTable, with a row below each entry that opens to what was written down. */
export function AuditTable({ list, onNarrow }: AuditTableProps) {
  const t = useText(text);
  const s = useText(shell);
  const columns = useAuditColumns(onNarrow);
  if (list.isPending) return <Skeleton label={s('loading')} lines={8} />;
  if (list.error !== null) {
    return <ProblemNotice problem={list.error} action={<Button onClick={list.reload}>{s('reload')}</Button>} />;
  }
  if (list.items.length === 0) return <EmptyState title={t('noEntries')}>{t('noEntriesText')}</EmptyState>;
  return (
    <>
      <Table
        aria-label={t('auditTitle')}
        columns={columns}
        dataSource={list.items}
        rowKey="id"
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        expandable={{
          columnTitle: <VisuallyHidden>{t('details')}</VisuallyHidden>,
          expandedRowRender: (entry) => <AuditDetails entry={entry} />,
        }}
      />
      <div className="ys-table-foot" role="status">
        <span>
          {list.hasMore ? s('shownCount', { count: list.items.length }) : s('allShown', { count: list.items.length })}
        </span>
        {list.hasMore ? (
          <Button loading={list.isLoadingMore} onClick={list.loadMore} data-screen-only="">
            {s('loadMore')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
