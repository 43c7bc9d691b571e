import { type FundView, listFunds } from '@yimen/contracts';
import { useEffect } from 'react';
import { type LongList, usePagesOf } from '../platform/call/use-pages-of.ts';

const MOST = 100;

export interface FoundFund extends Pick<LongList<FundView>, 'isPending' | 'error' | 'reload'> {
  readonly fund: FundView | undefined;
}

/** One fund of the remit; there is no route for one, so the pages of the list are gone through. */
export function useFund(id: string): FoundFund {
  const list = usePagesOf(listFunds, { query: { limit: MOST } });
  const fund = list.items.find((one) => one.id === id);
  const isSearching = fund === undefined && list.hasMore && list.error === null;
  const { loadMore, isLoadingMore } = list;
  useEffect(() => {
    if (isSearching && !isLoadingMore) loadMore();
  }, [isSearching, isLoadingMore, loadMore]);
  return { fund, isPending: list.isPending || isSearching, error: list.error, reload: list.reload };
}
