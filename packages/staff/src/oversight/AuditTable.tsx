import type { AuditEntryView } from '@yimen/contracts';
import { EmptyState, useText, VisuallyHidden } from '@yimen/ui';
import { Table } from 'antd';
import type { LongList } from '../platform/call/use-pages-of.ts';
import { LoadedList } from '../platform/show/LoadedList.tsx';
import { TableFoot } from '../platform/show/LoadMore.tsx';
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
  const columns = useAuditColumns(onNarrow);
  const empty = <EmptyState title={t('noEntries')}>{t('noEntriesText')}</EmptyState>;
  return (
    <LoadedList list={list} lines={8} empty={empty}>
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
      <TableFoot list={list} />
    </LoadedList>
  );
}
