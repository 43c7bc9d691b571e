import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@yimen/contracts';
import { type CallInput, call } from './call.ts';

type ItemOf<R> = ResponseOf<R> extends { readonly items: readonly (infer Item)[] } ? Item : never;

export interface LongList<Item> {
  readonly items: readonly Item[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

export interface PagesOf<R> extends LongList<ItemOf<R>> {
  /** With what the route says beside its items. */
  readonly firstPage: ResponseOf<R> | undefined;
}

/** Lists by keyset: `const list = usePagesOf(listReports, { query: filters })`, shown by `LongTable`. */
export function usePagesOf<R extends Route>(route: R, input: CallInput<R>): PagesOf<R> {
  const query = useInfiniteQuery({
    queryKey: [route.id, 'pages', input],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => call(route, withCursor(input, pageParam), { signal }) as Promise<PageOf<R>>,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    firstPage: query.data?.pages[0],
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

type PageOf<R> = ResponseOf<R> & { readonly items: readonly ItemOf<R>[]; readonly nextCursor: string | null };

function withCursor<R>(input: CallInput<R>, cursor: string | undefined): CallInput<R> {
  if (cursor === undefined) return input;
  const { query } = input as { readonly query?: object }; // every list contract has a query with a cursor
  return { ...input, query: { ...query, cursor } };
}
