import { EmptyState, Skeleton, useText } from '@yimen/ui';
import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { LongList } from '../call/use-pages-of.ts';
import { text } from '../text.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import './show.css';

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
  const t = useText(text);
  const { list } = props;
  if (list.isPending) return <Skeleton label={t('loading')} lines={8} />;
  if (list.error) {
    return <ProblemNotice problem={list.error} action={<Button onClick={list.reload}>{t('reload')}</Button>} />;
  }
  if (list.items.length === 0) {
    return (
      <EmptyState title={props.emptyTitle} action={props.emptyAction}>
        {props.emptyText}
      </EmptyState>
    );
  }
  return (
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
      <div className="ys-table-foot" role="status">
        <span>
          {list.hasMore ? t('shownCount', { count: list.items.length }) : t('allShown', { count: list.items.length })}
        </span>
        {list.hasMore ? (
          <Button loading={list.isLoadingMore} onClick={list.loadMore} data-screen-only="">
            {t('loadMore')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
