import { EmptyState } from '@yimen/ui';
import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { LongList } from '../call/use-pages-of.ts';
import { LoadedList } from './LoadedList.tsx';
import { TableFoot } from './LoadMore.tsx';

export interface LongTableProps<Item extends object> {
  readonly list: LongList<Item>;
  readonly columns: TableColumnsType<Item>;
  readonly rowKey: keyof Item & string;
  /** Read by screen readers as the name of the table. */
  readonly label: string;
  readonly emptyTitle: ReactNode;
  readonly emptyText?: ReactNode;
  readonly emptyAction?: ReactNode;
}

/** A list of `usePagesOf` with its loading, empty, failed and load-more states. */
export function LongTable<Item extends object>(props: LongTableProps<Item>) {
  const { list } = props;
  const empty = (
    <EmptyState title={props.emptyTitle} action={props.emptyAction}>
      {props.emptyText}
    </EmptyState>
  );
  return (
    <LoadedList list={list} lines={8} empty={empty}>
      <div>
        <Table<Item>
          aria-label={props.label}
          columns={props.columns}
          dataSource={list.items}
          rowKey={props.rowKey}
          pagination={false}
          size="middle"
          scroll={{ x: 'max-content' }}
        />
        <TableFoot list={list} />
      </div>
    </LoadedList>
  );
}
