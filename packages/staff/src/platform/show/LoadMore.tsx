import { useText } from '@yimen/ui';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { LongList } from '../call/use-pages-of.ts';
import { text } from '../text.ts';
import './show.css';

type Further = Pick<LongList<unknown>, 'items' | 'hasMore' | 'isLoadingMore' | 'loadMore'>;

/** Below cards: the next page, where there is one. */
export function LoadMore({ list, note }: { readonly list: Further; readonly note?: ReactNode }) {
  return list.hasMore ? (
    <div className="ys-more">
      {note}
      <MoreButton list={list} />
    </div>
  ) : null;
}

/** Below a table: how many rows there are, and the next page. */
export function TableFoot({ list }: { readonly list: Further }) {
  const t = useText(text);
  const count = list.items.length;
  return (
    <div className="ys-table-foot" role="status">
      <span>{list.hasMore ? t('shownCount', { count }) : t('allShown', { count })}</span>
      {list.hasMore ? <MoreButton list={list} /> : null}
    </div>
  );
}

function MoreButton({ list }: { readonly list: Further }) {
  const t = useText(text);
  return (
    <Button loading={list.isLoadingMore} onClick={list.loadMore} data-screen-only="">
      {t('loadMore')}
    </Button>
  );
}
